package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.jspecify.annotations.Nullable;

/**
 * A private key that unseals, and the certificate that others seal with if there is one. Nothing
 * but {@link #privateKeyPem} tells the secret.
 */
public final class SealingKey {
  private final RSAPrivateKey numbers;
  private final PublicKey publicKey;
  private final Fingerprint fingerprint;
  private final PrivateOperation operation;
  private final @Nullable SealingCertificate certificate;

  /**
   * A key of these numbers.
   *
   * @param numbers known to belong together
   * @param operation the private operation of the same numbers
   */
  SealingKey(
      RSAPrivateKey numbers, PrivateOperation operation, @Nullable SealingCertificate certificate) {
    this.numbers = numbers;
    this.publicKey = RsaNumbers.publicKey(numbers);
    this.fingerprint = publicKey.fingerprint();
    this.operation = operation;
    this.certificate = certificate;
  }

  static SealingKey of(RSAPrivateKey numbers, @Nullable SealingCertificate certificate) {
    PrivateOperation operation =
        new BlindedRsa(RsaNumbers.parameters(numbers), RandomSource.secure());
    return new SealingKey(numbers, operation, certificate);
  }

  /** Reads every RSA key of a PEM file, PKCS#1 or PKCS#8, that is not encrypted. */
  public static KeyReading readPrivateKeys(byte[] pem) {
    return KeyReader.readAll(pem);
  }

  /**
   * Reads a key Secret: the first private key of {@code tls.key} and the first certificate of
   * {@code tls.crt}, which must be of that key. {@link KeyReading.Read} then holds one key.
   */
  public static KeyReading readPair(byte[] keyPem, byte[] certificatePem) {
    return switch (KeyReader.readFirst(keyPem)) {
      case KeyReading.Fault fault -> fault;
      case KeyReading.Read read ->
          switch (SealingCertificate.read(certificatePem)) {
            case CertificateReading.Fault fault -> new KeyReading.BadCertificate(fault);
            case CertificateReading.Read certificates -> pair(read.first(), certificates.first());
          };
    };
  }

  private static KeyReading pair(SealingKey key, SealingCertificate certificate) {
    return certificate.publicKey().equals(key.publicKey)
        ? new KeyReading.Read(List.of(new SealingKey(key.numbers, key.operation, certificate)))
        : new KeyReading.CertificateOfAnotherKey(
            key.fingerprint, certificate.publicKey().fingerprint());
  }

  /**
   * Makes a key, and a certificate that it signs itself, valid from this second on. It takes about
   * half a second for 4096 bits.
   */
  public static SealingKey generate(KeySpec spec, Clock clock, RandomSource random) {
    return new KeyGenerator(clock, random).generate(spec);
  }

  public Fingerprint fingerprint() {
    return fingerprint;
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  /** Null where only a private key was given. */
  public @Nullable SealingCertificate certificate() {
    return certificate;
  }

  /** The secret itself: {@code RSA PRIVATE KEY}, which is PKCS#1 in PEM. */
  public byte[] privateKeyPem() {
    try {
      return PemFile.encode("RSA PRIVATE KEY", numbers.getEncoded()).getBytes(US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException("encoding to memory", e);
    }
  }

  PrivateOperation operation() {
    return operation;
  }

  @Override
  public String toString() {
    return "SealingKey[" + fingerprint + "]";
  }
}
