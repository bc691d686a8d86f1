package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CertificateReadingTest {
  private static final String NO_CERTIFICATE =
      "data does not contain any valid RSA or ECDSA certificates";

  private static final byte[] PEM = Vectors.pem("rsa2048-a", "crt");
  private static final SealingCertificate CERTIFICATE = Vectors.certificate("rsa2048-a");

  @Test
  void the_key_and_the_dates_are_read() {
    assertEquals(Vectors.key("rsa2048-a").publicKey(), CERTIFICATE.publicKey());
    assertEquals(2048, CERTIFICATE.publicKey().bits());
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), CERTIFICATE.notBefore());
    assertEquals(Instant.parse("2097-03-09T00:00:00Z"), CERTIFICATE.notAfter());
  }

  @Test
  void a_certificate_is_written_as_it_was_read() {
    assertEquals(new String(PEM, US_ASCII), CERTIFICATE.pem());
    assertEquals(CERTIFICATE, Vectors.certificate("rsa2048-a"));
  }

  @Test
  @Tag("K-85")
  @Tag("C-54")
  void of_several_certificates_the_first_counts_whatever_it_is() {
    for (String chain : List.of("chain", "chain-root-first")) {
      assertEquals(3 - (chain.endsWith("first") ? 1 : 0), read(Vectors.pem(chain, "crt")).size());
    }
    assertEquals(
        Vectors.key("rsa2048-a").publicKey(),
        read(Vectors.pem("chain", "crt")).getFirst().publicKey());
    assertEquals(
        Vectors.key("rsa2048-b").publicKey(),
        read(Vectors.pem("chain-root-first", "crt")).getFirst().publicKey());
  }

  @Test
  @Tag("K-85")
  void a_certificate_for_another_kind_of_key_behind_the_first_does_no_harm() {
    assertEquals(List.of(CERTIFICATE), read(join(PEM, Vectors.pem("ec-p256", "crt"))));
  }

  @Test
  @Tag("K-85")
  void a_damaged_certificate_behind_the_first_is_an_error() {
    byte[] damaged =
        PemFile.encode("CERTIFICATE", new byte[] {0x30, 0x01, 0x00}).getBytes(US_ASCII);
    CertificateReading.Fault fault = fault(join(PEM, damaged));
    assertEquals(new CertificateReading.Malformed(2), fault);
    assertEquals("x509: malformed certificate", fault.message());
    assertEquals(Optional.of("certificate 2 of the file is damaged"), fault.hint());
  }

  @Test
  @Tag("K-83")
  void blocks_of_other_kinds_in_front_are_passed_over() {
    assertEquals(List.of(CERTIFICATE), read(join(Vectors.pem("rsa2048-b", "pkcs1"), PEM)));
    String headers = new String(PEM, US_ASCII).replaceFirst("-----\n", "-----\nX: y\n\n");
    assertEquals(List.of(CERTIFICATE), read(join(headers.getBytes(US_ASCII), PEM)));
  }

  @Test
  @Tag("K-70")
  void text_with_a_byte_order_mark_is_decoded() {
    String text = "\ufeff" + new String(PEM, US_ASCII).replace("\n", "\r\n");
    for (var charset : List.of(UTF_8, UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertEquals(List.of(CERTIFICATE), read(text.getBytes(charset)), charset.name());
    }
  }

  @Test
  @Tag("K-84")
  @Tag("C-57")
  void an_expired_certificate_is_read_and_says_when_it_ended() {
    SealingCertificate expired = Vectors.certificate("expired");
    Instant end = expired.notAfter();
    assertEquals(Optional.empty(), expired.expiredAt(end));
    CertificateReading.Expired fault = expired.expiredAt(end.plusNanos(1)).orElseThrow();
    assertEquals(
        "failed to encrypt using an expired certificate on February 29, 2020", fault.message());
    assertTrue(fault.hint().orElseThrow().contains("kubeseal --fetch-cert"));
  }

  @Test
  @Tag("K-84")
  void the_date_has_no_leading_zero_and_is_in_utc() {
    Instant lateInMarch = Instant.parse("2031-03-01T23:59:59Z");
    assertEquals(
        "failed to encrypt using an expired certificate on March 1, 2031",
        new CertificateReading.Expired(lateInMarch).message());
  }

  @Test
  @Tag("K-84")
  void a_certificate_that_is_not_valid_yet_is_not_expired() {
    SealingCertificate future = Vectors.certificate("future");
    assertEquals(Optional.empty(), future.expiredAt(Instant.parse("2026-11-24T00:00:00Z")));
  }

  @Test
  @Tag("K-86")
  void a_key_that_is_not_rsa_is_named() {
    assertEquals(
        "expected RSA public key but found ECDSA", fault(Vectors.pem("ec-p256", "crt")).message());
    assertEquals(
        "expected RSA public key but found Ed25519",
        fault(Vectors.pem("ed25519", "crt")).message());
  }

  @Test
  @Tag("K-71")
  void keys_from_1024_bits_on_are_taken() {
    assertEquals(1024, Vectors.certificate("rsa1024").publicKey().bits());
    CertificateReading.Fault tiny = fault(Vectors.pem("rsa512", "crt"));
    assertEquals(
        "certificate is of no use for sealing: RSA key of 512 bits is too small", tiny.message());
  }

  static Stream<Arguments> filesWithoutCertificate() {
    String pem = new String(PEM, US_ASCII);
    byte[] der = PemFile.blocks(pem).getFirst().content().toArray();
    String damaged =
        "its certificate is indented, has header lines, is no base64, or lacks its END line";
    return Stream.of(
        Arguments.of(bytes(""), "the file is empty"),
        Arguments.of(bytes("\r\n \n"), "the file is empty"),
        Arguments.of(bytes("hello\n"), "the file holds no line -----BEGIN CERTIFICATE-----"),
        Arguments.of(
            bytes("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"),
            "the file is a Git LFS pointer: git lfs pull"),
        Arguments.of(
            bytes("\n<!DOCTYPE html><html>"),
            "the file is a web page, such as a log-in or an error page"),
        Arguments.of(bytes("<HTML>"), "the file is a web page, such as a log-in or an error page"),
        Arguments.of(
            der,
            "the file is not text; if it is DER: openssl x509 -inform der -in FILE -out CERT.pem"),
        Arguments.of(
            Vectors.pem("rsa2048-a", "pkcs1"),
            "the file holds a private key; seal with the certificate: kubeseal --fetch-cert"),
        Arguments.of(
            Vectors.pem("rsa2048-a", "pub"),
            "the file holds a bare public key; seal with the certificate: kubeseal --fetch-cert"),
        Arguments.of(
            bytes("ssh-rsa AAAA user@host\n"),
            "the file holds a bare public key; seal with the certificate: kubeseal --fetch-cert"),
        Arguments.of(
            bytes(PemFile.encode("CERTIFICATE REQUEST", new byte[9])),
            "the file holds a request for a certificate, not the certificate"),
        Arguments.of(
            bytes("apiVersion: v1\nkind: Secret\n"),
            "the file is a Kubernetes object; a key Secret has the certificate in tls.crt, base64"),
        Arguments.of(bytes(pem.replaceAll("(?m)^", "  ")), damaged),
        Arguments.of(bytes(pem.replaceFirst("-----\n", "-----\nX: y\n\n")), damaged),
        Arguments.of(bytes(pem.replace("-----END CERTIFICATE-----", "")), damaged),
        Arguments.of(bytes(pem.replace("MII", "MI*")), damaged));
  }

  @ParameterizedTest
  @MethodSource("filesWithoutCertificate")
  @Tag("K-83")
  void a_file_without_a_certificate_gets_kubeseals_words_and_a_hint(byte[] file, String hint) {
    CertificateReading.Fault fault = fault(file);
    assertEquals(NO_CERTIFICATE, fault.message());
    assertEquals(Optional.of(hint), fault.hint());
  }

  @Test
  @Tag("K-83")
  void a_certificate_cut_short_is_malformed_wherever_it_was_cut() {
    byte[] der = PemFile.blocks(new String(PEM, US_ASCII)).getFirst().content().toArray();
    for (int length = 0; length < der.length; length++) {
      byte[] cut = PemFile.encode("CERTIFICATE", Arrays.copyOf(der, length)).getBytes(US_ASCII);
      assertEquals(new CertificateReading.Malformed(1), fault(cut), length + " bytes");
    }
  }

  private static List<SealingCertificate> read(byte[] file) {
    return assertInstanceOf(CertificateReading.Read.class, SealingCertificate.read(file)).all();
  }

  private static CertificateReading.Fault fault(byte[] file) {
    return assertInstanceOf(CertificateReading.Fault.class, SealingCertificate.read(file));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] join(byte[] first, byte[] second) {
    return bytes(new String(first, US_ASCII) + new String(second, US_ASCII));
  }
}
