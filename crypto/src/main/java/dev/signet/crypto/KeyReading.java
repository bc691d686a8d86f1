package dev.signet.crypto;

import java.util.List;
import java.util.Optional;

/** What came of reading a file, or a key Secret, as private keys. */
public sealed interface KeyReading {
  /**
   * At least one RSA key.
   *
   * @param all in the order of the file, not empty
   */
  record Read(List<SealingKey> all) implements KeyReading {
    public Read {
      all = List.copyOf(all);
    }

    public SealingKey first() {
      return all.getFirst();
    }
  }

  /** Why there is no key to unseal with. */
  sealed interface Fault extends KeyReading {
    /** What is wrong, in upstream's words where it has some. Never a byte of the file. */
    String message();

    /** What to do about it, or what the file looks like. */
    default Optional<String> hint() {
      return Optional.empty();
    }
  }

  /** No private key in the file. */
  record NoKey(FileLook look) implements Fault {
    @Override
    public String message() {
      return "data does not contain a valid RSA or ECDSA private key";
    }

    @Override
    public Optional<String> hint() {
      return look.whereAKeyIsWanted();
    }
  }

  /** A private key under a passphrase. */
  record Encrypted() implements Fault {
    @Override
    public String message() {
      return "data does not contain a valid RSA or ECDSA private key: it is encrypted";
    }
  }

  /**
   * A block that says it is a private key and is none, or one whose numbers do not belong together.
   */
  record Malformed(String message) implements Fault {}

  /** A private key of another kind, such as {@code ECDSA}. */
  record NotRsa(String algorithm) implements Fault {
    @Override
    public String message() {
      return "private key is not an RSA key";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("it is for " + algorithm);
    }
  }

  /** The certificate that came with the key is of no use. */
  record BadCertificate(CertificateReading.Fault fault) implements Fault {
    @Override
    public String message() {
      return fault.message();
    }

    @Override
    public Optional<String> hint() {
      return fault.hint();
    }
  }

  /** The certificate is of another key: whatever it seals, this key would never open. */
  record CertificateOfAnotherKey(Fingerprint key, Fingerprint certificate) implements Fault {
    @Override
    public String message() {
      return "certificate is of another key: %s, private key is %s".formatted(certificate, key);
    }
  }
}
