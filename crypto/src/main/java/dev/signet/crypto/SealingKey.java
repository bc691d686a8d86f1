package dev.signet.crypto;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A private key that unseals, with the certificate that others seal by if there is one. */
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class SealingKey {
  private final PublicKey publicKey;
  private final @Nullable SealingCertificate certificate;

  SealingKey(PublicKey publicKey, @Nullable SealingCertificate certificate) {
    this.publicKey = publicKey;
    this.certificate = certificate;
  }

  /** Reads every unencrypted RSA key of a PEM file: PKCS#1 and PKCS#8. */
  public static KeyReading readPrivateKeys(byte[] pem) {
    return new KeyReading.NoKey(FileLook.of(pem));
  }

  /**
   * Reads a key Secret: the first private key of {@code tls.key} and the first certificate of
   * {@code tls.crt}, which must be of that key. {@link KeyReading.Read} then holds one key.
   */
  public static KeyReading readPair(byte[] keyPem, byte[] certificatePem) {
    return new KeyReading.NoKey(FileLook.of(keyPem));
  }

  /** Makes a key and a certificate that it signs itself, valid from now on. */
  public static SealingKey generate(KeySpec spec, Clock clock, RandomSource random) {
    throw new UnsupportedOperationException();
  }

  public Fingerprint fingerprint() {
    return publicKey.fingerprint();
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  /** Null where only a private key was given. */
  public @Nullable SealingCertificate certificate() {
    return certificate;
  }

  /** The secret itself, PKCS#1 in PEM ({@code RSA PRIVATE KEY}). */
  public byte[] privateKeyPem() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    return "SealingKey[" + fingerprint() + ", redacted]";
  }
}
