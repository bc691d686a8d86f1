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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
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
  void what_we_make_is_of_the_form_of_what_the_original_made() throws IOException {
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

  private static void assertSameForm(X509CertificateHolder theirs, X509CertificateHolder ours)
      throws IOException {
    assertEquals(theirs.getVersionNumber(), ours.getVersionNumber());
    assertEquals(theirs.getSignatureAlgorithm(), ours.getSignatureAlgorithm());
    assertEquals(theirs.getIssuer(), ours.getIssuer());
    assertEquals(theirs.getSubject(), ours.getSubject());
    assertEquals(0, ours.getSubject().getRDNs().length);
    assertEquals(theirs.getCriticalExtensionOIDs(), ours.getCriticalExtensionOIDs());
    assertEquals(theirs.getNonCriticalExtensionOIDs(), ours.getNonCriticalExtensionOIDs());
    for (ASN1ObjectIdentifier same : List.of(Extension.keyUsage, Extension.basicConstraints)) {
      assertEquals(theirs.getExtension(same), ours.getExtension(same), same.getId());
    }
    Duration validity = Duration.ofHours(87_600);
    for (X509CertificateHolder each : List.of(theirs, ours)) {
      assertEquals(
          validity,
          Duration.between(each.getNotBefore().toInstant(), each.getNotAfter().toInstant()));
      assertTrue(each.getSerialNumber().signum() > 0 && each.getSerialNumber().bitLength() <= 128);
    }
  }

  private static X509CertificateHolder certificate(ObjectNode secret) throws IOException {
    String pem = text(secret, "tls.crt");
    String body = pem.replaceAll("-----[^-]*-----|\\s", "");
    return new X509CertificateHolder(Base64.getDecoder().decode(body));
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
