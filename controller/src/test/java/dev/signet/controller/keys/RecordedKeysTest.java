package dev.signet.controller.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.crds.Json;
import dev.signet.crypto.CertificateReading;
import dev.signet.crypto.SealingCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.Validity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The whole folder of recorded keys, and what we make beside what the original made. */
final class RecordedKeysTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("signet.vectors"), "controller", "keys");

  @Test
  @Tag("C-48")
  @Tag("C-53")
  @Tag("C-54")
  @Tag("C-71")
  void every_recorded_secret_is_read_as_it_should_be() throws IOException {
    int usable = 0;
    int unusable = 0;
    List<Path> files = files(".json");
    for (Path file : files) {
      ObjectNode secret = Json.readObject(Files.readAllBytes(file)).orElseThrow();
      if (StoredKey.read(secret) instanceof StoredKey.Unusable(var _, String why)) {
        assertEquals("key-ec.json", file.getFileName().toString(), why);
        unusable++;
      } else {
        usable++;
      }
    }
    System.out.printf(
        "recorded keys: %d Secrets, %d usable, %d not%n", files.size(), usable, unusable);
    assertEquals(1, unusable);
    assertTrue(usable > 5);
  }

  @Test
  @Tag("C-69")
  void every_recorded_file_holds_what_its_secret_holds() throws IOException {
    List<Path> files = Stream.concat(files(".crt").stream(), files(".key").stream()).toList();
    for (Path file : files) {
      String name = file.getFileName().toString();
      String item = name.endsWith(".crt") ? "tls.crt" : "tls.key";
      ObjectNode secret = KeyFixtures.recorded(name.replaceFirst("\\.[a-z]+$", ""));
      assertEquals(Files.readString(file), text(secret, item), name);
      if (name.endsWith(".crt") && !name.startsWith("key-ec")) {
        CertificateReading.Read read =
            assertInstanceOf(
                CertificateReading.Read.class, SealingCertificate.read(Files.readAllBytes(file)));
        assertEquals(Files.readString(file), read.all().getFirst().pem(), name);
      }
    }
    assertEquals(12, files.size());
  }

  @Test
  @Tag("C-03")
  @Tag("C-04")
  @Tag("C-48")
  @Tag("C-49")
  void what_we_make_is_of_the_form_of_what_the_original_made() {
    KeyStage stage = new KeyStage();
    stage.look();
    ObjectNode ours = stage.secrets.all().getFirst();
    ObjectNode theirs = KeyFixtures.recorded("generated");
    assertEquals(theirs.path("type"), ours.path("type"));
    assertEquals(new TreeSet<>(theirs.propertyNames()), new TreeSet<>(ours.propertyNames()));
    assertEquals(
        theirs.path("data").propertyStream().map(it -> it.getKey()).sorted().toList(),
        ours.path("data").propertyStream().map(it -> it.getKey()).sorted().toList());
    assertTrue(text(ours, "tls.key").startsWith("-----BEGIN RSA PRIVATE KEY-----\n"));
    assertTrue(text(theirs, "tls.key").startsWith("-----BEGIN RSA PRIVATE KEY-----\n"));
    assertSameForm(certificate(theirs), certificate(ours));
  }

  /** Field by field of RFC 5280, section 4.1: libraries refuse an issuer without a name. */
  private static void assertSameForm(ASN1Sequence theirs, ASN1Sequence ours) {
    int version = 0;
    int serial = 1;
    int validity = 4;
    int extensions = 7;
    assertEquals(theirs.size(), ours.size());
    for (int same : List.of(version, 2, 3, 5)) {
      assertEquals(theirs.getObjectAt(same), ours.getObjectAt(same), "field " + same);
    }
    Extensions expected = extensions(theirs.getObjectAt(extensions));
    Extensions made = extensions(ours.getObjectAt(extensions));
    assertEquals(
        List.of(expected.getCriticalExtensionOIDs()), List.of(made.getCriticalExtensionOIDs()));
    assertEquals(
        List.of(expected.getNonCriticalExtensionOIDs()),
        List.of(made.getNonCriticalExtensionOIDs()));
    for (ASN1ObjectIdentifier same : List.of(Extension.keyUsage, Extension.basicConstraints)) {
      assertEquals(expected.getExtension(same), made.getExtension(same), same.getId());
    }
    for (ASN1Sequence each : List.of(theirs, ours)) {
      Validity years = Validity.getInstance(each.getObjectAt(validity));
      assertEquals(
          Duration.ofDays(3650),
          Duration.between(
              years.getNotBefore().getDate().toInstant(),
              years.getNotAfter().getDate().toInstant()));
      BigInteger number = ASN1Integer.getInstance(each.getObjectAt(serial)).getValue();
      assertTrue(number.signum() > 0 && number.bitLength() <= 128);
    }
  }

  private static Extensions extensions(ASN1Encodable field) {
    return Extensions.getInstance(ASN1TaggedObject.getInstance(field).getExplicitBaseObject());
  }

  /** What is signed. */
  private static ASN1Sequence certificate(ObjectNode secret) {
    String body = text(secret, "tls.crt").replaceAll("-----[^-]*-----|\\s", "");
    return ASN1Sequence.getInstance(
        ASN1Sequence.getInstance(Base64.getDecoder().decode(body)).getObjectAt(0));
  }

  private static String text(ObjectNode secret, String item) {
    return new String(
        Base64.getDecoder().decode(secret.path("data").path(item).stringValue("")), US_ASCII);
  }

  private static List<Path> files(String end) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> all = files.filter(it -> it.toString().endsWith(end)).sorted().toList();
      assertFalse(all.isEmpty());
      return all;
    }
  }
}
