package dev.signet.crypto;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Names of the kinds of key that people hand over in place of RSA. */
final class KeyAlgorithm {
  static final String ECDSA = "ECDSA";

  private KeyAlgorithm() {}

  /** The usual name, or the object identifier where none is usual. */
  static String nameOf(AlgorithmIdentifier algorithm) {
    String identifier = algorithm.getAlgorithm().getId();
    return switch (identifier) {
      case "1.2.840.10045.2.1" -> ECDSA;
      case "1.2.840.10040.4.1" -> "DSA";
      case "1.2.840.113549.1.1.7" -> "RSA for OAEP only";
      case "1.2.840.113549.1.1.10" -> "RSA for PSS only";
      case "1.3.101.110" -> "X25519";
      case "1.3.101.111" -> "X448";
      case "1.3.101.112" -> "Ed25519";
      case "1.3.101.113" -> "Ed448";
      default -> "algorithm " + identifier;
    };
  }
}
