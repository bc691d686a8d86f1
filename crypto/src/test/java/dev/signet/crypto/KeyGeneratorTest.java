package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C-49")
final class KeyGeneratorTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:19:59.987Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  private static final SealingKey KEY = generate(new KeySpec(2048, TEN_YEARS, ""));

  /**
   * Upstream's key, serial number and dates must give upstream's certificate, signature and all.
   */
  @Test
  void the_certificate_is_upstreams_to_the_byte() throws Exception {
    Vectors.Case secret = new Vectors.Case(Vectors.read("controller/keys/generated.json"));
    byte[] keyPem = secret.child("data").base64("tls.key");
    byte[] certificatePem = secret.child("data").base64("tls.crt");
    RSAPrivateKey numbers =
        RSAPrivateKey.getInstance(
            PemFile.blocks(new String(keyPem, US_ASCII)).getFirst().content().toArray());

    SealingCertificate ours =
        new SelfSignedCertificate(
                "",
                new BigInteger("D2EA0B7FBAB1EAE3B889045C1D04BEDC", 16),
                Instant.parse("2026-11-24T08:19:59Z"),
                Instant.parse("2036-11-21T08:19:59Z"))
            .sign(RsaNumbers.parameters(numbers));

    assertEquals(new String(certificatePem, US_ASCII), ours.pem());
    KeyReading pair = SealingKey.readPair(keyPem, certificatePem);
    assertEquals(ours, ((KeyReading.Read) pair).first().certificate());
    assertArrayEquals(keyPem, ((KeyReading.Read) pair).first().privateKeyPem());
  }

  @Test
  void the_certificate_has_the_fields_that_upstream_gives() throws Exception {
    // With a name, as the JDK reads no certificate without one.
    SealingKey key = generate(new KeySpec(1024, TEN_YEARS, "signet"));
    X509Certificate certificate = x509(certificateOf(key).pem().getBytes(US_ASCII));
    certificate.verify(certificate.getPublicKey());
    assertEquals(3, certificate.getVersion());
    assertEquals("SHA256withRSA", certificate.getSigAlgName());
    assertEquals("CN=signet", certificate.getSubjectX500Principal().getName());
    assertEquals("CN=signet", certificate.getIssuerX500Principal().getName());
    assertTrue(certificate.getSerialNumber().signum() > 0);
    assertTrue(certificate.getSerialNumber().bitLength() <= 128);
    assertEquals(Instant.parse("2026-11-24T08:19:59Z"), certificate.getNotBefore().toInstant());
    assertEquals(Instant.parse("2036-11-21T08:19:59Z"), certificate.getNotAfter().toInstant());
    assertEquals(Set.of("2.5.29.15", "2.5.29.19"), certificate.getCriticalExtensionOIDs());
    assertEquals(Set.of("2.5.29.14"), certificate.getNonCriticalExtensionOIDs());
    boolean[] encipherOnly = {false, false, false, false, false, false, false, true, false};
    assertArrayEquals(encipherOnly, certificate.getKeyUsage());
    assertEquals(Integer.MAX_VALUE, certificate.getBasicConstraints());
  }

  @Test
  void what_is_told_is_what_was_written() {
    SealingCertificate certificate = certificateOf(KEY);
    CertificateReading reading = SealingCertificate.read(certificate.pem().getBytes(US_ASCII));
    SealingCertificate read = ((CertificateReading.Read) reading).first();
    assertEquals(certificate, read);
    assertEquals(certificate.publicKey(), read.publicKey());
    assertEquals(certificate.notBefore(), read.notBefore());
    assertEquals(certificate.notAfter(), read.notAfter());
    assertEquals(KEY.publicKey(), read.publicKey());
  }

  @Test
  @Tag("C-48")
  void the_pair_can_be_stored_and_read_back() {
    byte[] certificatePem = certificateOf(KEY).pem().getBytes(US_ASCII);
    assertTrue(new String(KEY.privateKeyPem(), US_ASCII).startsWith("-----BEGIN RSA PRIVATE KEY"));
    KeyReading.Read read =
        (KeyReading.Read) SealingKey.readPair(KEY.privateKeyPem(), certificatePem);
    assertEquals(KEY.fingerprint(), read.first().fingerprint());
    assertArrayEquals(KEY.privateKeyPem(), read.first().privateKeyPem());
  }

  @Test
  void a_new_key_opens_what_is_sealed_with_its_certificate() throws UnsealException {
    assertEquals(2048, KEY.publicKey().bits());
    assertEquals(BigInteger.valueOf(65537), KEY.publicKey().exponent());
    SealedValue value =
        new Sealer(RandomSource.secure())
            .seal(
                certificateOf(KEY).publicKey(),
                new Scope.ClusterWide(),
                Plaintext.of(new byte[] {7}));
    Opened opened = KeyRing.of(List.of(KEY)).open(value, new Scope.ClusterWide(), List.of());
    assertArrayEquals(new byte[] {7}, opened.plaintext().reveal());
  }

  @Test
  void subject_and_issuer_are_the_common_name() throws Exception {
    for (String name :
        List.of("sealed-secrets", "a,b=c+d", "name@example", "\u00dcn\u00ef\u540d")) {
      SealingKey key = generate(new KeySpec(1024, TEN_YEARS, name));
      X509Certificate certificate = x509(certificateOf(key).pem().getBytes(US_ASCII));
      assertEquals(new X500Principal("CN=\"" + name + "\""), certificate.getSubjectX500Principal());
      assertEquals(certificate.getSubjectX500Principal(), certificate.getIssuerX500Principal());
    }
  }

  @Test
  void the_randomness_given_is_all_the_randomness_there_is() {
    KeySpec spec = new KeySpec(1024, TEN_YEARS, "");
    var random = Seeded.random();
    var same = Seeded.random();
    SealingKey first = SealingKey.generate(spec, CLOCK, random::nextBytes);
    SealingKey second = SealingKey.generate(spec, CLOCK, same::nextBytes);
    SealingKey third = SealingKey.generate(spec, CLOCK, same::nextBytes);
    assertArrayEquals(first.privateKeyPem(), second.privateKeyPem());
    assertEquals(first.certificate(), second.certificate());
    assertNotEquals(second.fingerprint(), third.fingerprint());
  }

  @Test
  void the_serial_number_is_never_zero() throws Exception {
    var random = Seeded.random();
    RandomSource zeroForTheSerial =
        bytes -> {
          random.nextBytes(bytes);
          if (bytes.length == 16) {
            Arrays.fill(bytes, (byte) 0);
          }
        };
    SealingKey key =
        SealingKey.generate(new KeySpec(1024, TEN_YEARS, "signet"), CLOCK, zeroForTheSerial);
    X509Certificate certificate = x509(certificateOf(key).pem().getBytes(US_ASCII));
    assertEquals(BigInteger.ONE, certificate.getSerialNumber());
  }

  @Test
  void dates_beyond_2049_are_read_as_they_were_written() {
    SealingKey key = generate(new KeySpec(1024, Duration.ofDays(365 * 200), ""));
    SealingCertificate certificate = certificateOf(key);
    CertificateReading reading = SealingCertificate.read(certificate.pem().getBytes(US_ASCII));
    assertEquals(certificate.notAfter(), ((CertificateReading.Read) reading).first().notAfter());
  }

  @Test
  void dates_and_texts_are_the_same_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
      SealingKey key = generate(new KeySpec(1024, TEN_YEARS, ""));
      byte[] pem = certificateOf(key).pem().getBytes(US_ASCII);
      SealingCertificate read = ((CertificateReading.Read) SealingCertificate.read(pem)).first();
      assertEquals(Instant.parse("2036-11-21T08:19:59Z"), read.notAfter());
      assertEquals(
          "failed to encrypt using an expired certificate on November 21, 2036",
          new CertificateReading.Expired(read.notAfter()).message());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_spec_that_makes_no_sense_is_a_wrong_call() {
    assertThrows(IllegalArgumentException.class, () -> new KeySpec(512, TEN_YEARS, ""));
    assertThrows(IllegalArgumentException.class, () -> new KeySpec(1 << 20, TEN_YEARS, ""));
    assertThrows(IllegalArgumentException.class, () -> new KeySpec(2048, Duration.ofDays(-1), ""));
  }

  private static SealingKey generate(KeySpec spec) {
    return SealingKey.generate(spec, CLOCK, RandomSource.secure());
  }

  private static SealingCertificate certificateOf(SealingKey key) {
    SealingCertificate certificate = key.certificate();
    assertNotNull(certificate);
    return certificate;
  }

  private static X509Certificate x509(byte[] pem) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }
}
