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
    /**
     * What is wrong, beginning with upstream's words where it has some. Never a byte of the key.
     */
    String message();

    /** What the file looks like, or what to do about it. */
    Optional<String> hint();
  }

  /**
   * No private key in the file.
   *
   * @param look what the file seems to be instead
   */
  record NoKey(String look) implements Fault {
    static final String MESSAGE = "data does not contain a valid RSA or ECDSA private key";

    @Override
    public String message() {
      return MESSAGE;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(look);
    }
  }

  /** A private key under a passphrase. */
  record Encrypted() implements Fault {
    @Override
    public String message() {
      return NoKey.MESSAGE + ": it is encrypted with a passphrase";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("decrypt it first: openssl pkey -in FILE -out DECRYPTED");
    }
  }

  /** A block that says it is a private key and cannot be used as one. */
  record Unusable(String reason) implements Fault {
    @Override
    public String message() {
      return NoKey.MESSAGE + ": " + reason;
    }

    @Override
    public Optional<String> hint() {
      return Optional.empty();
    }
  }

  /** A private key of another kind, such as ECDSA. */
  record NotRsa(String algorithm) implements Fault {
    @Override
    public String message() {
      return "private key is not an RSA key";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("it is a key for " + algorithm);
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

  /** Whatever this certificate seals, this private key would never open. */
  record CertificateOfAnotherKey(Fingerprint key, Fingerprint certificate) implements Fault {
    @Override
    public String message() {
      return "certificate is of another key than the private key";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("private key %s, certificate %s".formatted(key, certificate));
    }
  }
}
