package dev.signet.crypto;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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

    /** What the file looks like, or what to do about it. */
    Optional<String> hint();
  }

  /**
   * No certificate in the file.
   *
   * @param look what the file seems to be instead
   */
  record NoCertificate(String look) implements Fault {
    @Override
    public String message() {
      return "data does not contain any valid RSA or ECDSA certificates";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of(look);
    }
  }

  /**
   * A block that says it is a certificate and is none. Wherever it stands, the file is refused: it
   * may be the wrong half of a careless edit.
   *
   * @param number of the block among the file's certificates, from 1
   */
  record Malformed(int number) implements Fault {
    @Override
    public String message() {
      return "x509: malformed certificate";
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("certificate " + number + " of the file is damaged");
    }
  }

  /** The certificate is for a key of another kind, such as ECDSA. */
  record NotRsa(String algorithm) implements Fault {
    @Override
    public String message() {
      return "expected RSA public key but found " + algorithm;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("the controller's certificate holds an RSA key: kubeseal --fetch-cert");
    }
  }

  /** An RSA key that must not be sealed with. */
  record UnusableKey(String reason) implements Fault {
    @Override
    public String message() {
      return "certificate is of no use for sealing: " + reason;
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("the controller makes keys of 4096 bits: kubeseal --fetch-cert");
    }
  }

  /** Its validity has ended. */
  record Expired(Instant notAfter) implements Fault {
    @Override
    public String message() {
      return "failed to encrypt using an expired certificate on "
          + DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH)
              .format(notAfter.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Optional<String> hint() {
      return Optional.of("fetch the controller's present certificate: kubeseal --fetch-cert");
    }
  }
}
