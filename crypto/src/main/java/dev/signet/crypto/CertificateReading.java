package dev.signet.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of reading a file as certificates. */
public sealed interface CertificateReading {
  /**
   * All of the file's certificates could be read. The first one counts; those behind it that hold
   * no RSA key are left out.
   *
   * @param all not empty
   */
  record Read(List<SealingCertificate> all) implements CertificateReading {
    public Read {
      all = List.copyOf(all);
    }

    /** The one to seal with. */
    public SealingCertificate first() {
      return all.getFirst();
    }
  }

  /** Why the file, or its first certificate, is of no use. */
  sealed interface Fault extends CertificateReading {
    /** What is wrong, in kubeseal's words where it has some. */
    String message();

    /** What to do about it, or what the file looks like. */
    default Optional<String> hint() {
      return Optional.empty();
    }
  }

  /** No certificate in the file. */
  record NoCertificate(FileLook look) implements Fault {
    @Override
    public String message() {
      return "data does not contain any valid RSA or ECDSA certificates";
    }

    @Override
    public Optional<String> hint() {
      return look.whereACertificateIsWanted();
    }
  }

  /** A block that says CERTIFICATE and is none; wherever it stands, the file is refused. */
  record Malformed(String message) implements Fault {}

  /** The certificate's key is of another kind, such as {@code ECDSA}. */
  record NotRsa(String algorithm) implements Fault {
    @Override
    public String message() {
      return "expected RSA public key but found " + algorithm;
    }
  }

  /** An RSA key that must not be sealed with: too small, even, or otherwise none. */
  record UnusableKey(String message) implements Fault {}

  /** Its validity has ended. */
  record Expired(Instant notAfter) implements Fault {
    @Override
    public String message() {
      return "failed to encrypt using an expired certificate on " + notAfter;
    }
  }
}
