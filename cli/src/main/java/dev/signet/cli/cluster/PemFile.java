package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Certificates and keys for TLS out of PEM; text around the blocks is passed over. */
final class PemFile {
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "-----BEGIN CERTIFICATE-----\\s+([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");
  private static final Pattern BLOCK = Pattern.compile("-----BEGIN [^-\\n]+-----");

  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN (RSA |EC |)PRIVATE KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1PRIVATE KEY-----");
  private static final String ED25519 = "1.3.101.112";
  private static final AlgorithmIdentifier RSA =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
  private static final Map<String, String> KEY_ALGORITHMS =
      Map.of(
          PKCSObjectIdentifiers.rsaEncryption.getId(),
          "RSA",
          X9ObjectIdentifiers.id_ecPublicKey.getId(),
          "EC",
          ED25519,
          "EdDSA");

  private final String text;

  PemFile(byte[] bytes) {
    this.text = new String(bytes, ISO_8859_1);
  }

  /** Whether there is any block at all, whatever is in it. */
  boolean hasBlocks() {
    return BLOCK.matcher(text).find();
  }

  /** The certificates that can be read; others are passed over, as Go does. */
  List<X509Certificate> certificates() {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Matcher block = CERTIFICATE.matcher(text); block.find(); ) {
      certificate(block.group(1)).ifPresent(certificates::add);
    }
    return certificates;
  }

  private static Optional<X509Certificate> certificate(String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The first private key: PKCS#8, PKCS#1 or SEC 1, not encrypted. */
  Optional<PrivateKey> privateKey() {
    Matcher block = KEY.matcher(text);
    if (!block.find()) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(2));
      PrivateKeyInfo key =
          switch (block.group(1)) {
            case "RSA " -> new PrivateKeyInfo(RSA, RSAPrivateKey.getInstance(der));
            case "EC " -> elliptic(ECPrivateKey.getInstance(der));
            default -> PrivateKeyInfo.getInstance(der);
          };
      String algorithm = KEY_ALGORITHMS.get(key.getPrivateKeyAlgorithm().getAlgorithm().getId());
      if (algorithm == null) {
        return Optional.empty();
      }
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(key.getEncoded());
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static PrivateKeyInfo elliptic(ECPrivateKey key) throws IOException {
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
        key);
  }
}
