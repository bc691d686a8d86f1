package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.TlsKeys;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-138")
final class TlsTest {
  private static final String AUTHORITY =
      "certificate-authority-data: " + base64(TlsKeys.pem("tls-ca.crt"));
  private static final String UNVERIFIED = "tls: failed to verify certificate: x509: ";

  @TempDir private Path folder;

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private Bench bench() {
    return new Bench(folder, FakeApiServer.https(TlsKeys.server(), false)).serveAll();
  }

  private static String why(Bench bench) {
    String error = bench.fault().error();
    int start = error.indexOf("\": ");
    return start < 0 ? error : error.substring(start + 3, error.indexOf(".\nPlease"));
  }

  @Test
  void a_server_is_known_by_its_authority_and_its_name() {
    try (Bench bench = bench()) {
      assertEquals("PEM", bench.configure(AUTHORITY, "").certificate());
      String byName = bench.server.url().replace("127.0.0.1", "localhost");
      assertEquals("PEM", bench.configure(byName, AUTHORITY, "").certificate());
      bench.configure("", "");
      assertEquals(UNVERIFIED + "certificate signed by unknown authority", why(bench));
      assertEquals(List.of(NextStep.AUTHORITY), bench.fault().hints());
    }
  }

  @Test
  void another_name_is_asked_for_and_only_that_one_will_do() {
    SSLContext context = TlsKeys.server();
    SSLParameters onlyKubernetes = context.getDefaultSSLParameters();
    onlyKubernetes.setSNIMatchers(List.of(SNIHostName.createSNIMatcher("kubernetes\\.example")));
    FakeApiServer server = FakeApiServer.https(context, onlyKubernetes);
    try (Bench bench = new Bench(folder, server).serveAll()) {
      String named = AUTHORITY + ", tls-server-name: kubernetes.example";
      String byName = server.url().replace("127.0.0.1", "localhost");
      assertEquals("PEM", bench.configure(byName, named, "").certificate());
      assertEquals("PEM", bench.configure(named, "").certificate());
      assertTrue(why(bench.configure(byName, AUTHORITY, "")).contains("unrecognized_name"));
    }
  }

  @Test
  void the_address_does_not_help_where_another_name_is_wanted() {
    try (Bench bench = bench()) {
      for (String host : new String[] {"localhost", "127.0.0.1"}) {
        String address = bench.server.url().replace("127.0.0.1", host);
        bench.configure(address, AUTHORITY + ", tls-server-name: other.example", "");
        String why = why(bench);
        assertTrue(why.startsWith(UNVERIFIED + "certificate is for other names: "), why);
        assertTrue(why.contains("other.example"), why);
      }
      assertEquals(List.of(), bench.paths());
    }
  }

  @Test
  void a_name_may_be_an_ip_address() {
    try (Bench bench = bench()) {
      String address = bench.server.url().replace("127.0.0.1", "localhost");
      bench.configure(address, AUTHORITY + ", tls-server-name: 127.0.0.1", "");
      assertEquals("PEM", bench.certificate());
      bench.configure(address, AUTHORITY + ", tls-server-name: 127.0.0.2", "");
      assertTrue(why(bench).startsWith(UNVERIFIED));
    }
  }

  @Test
  void a_client_certificate_is_shown_to_whoever_asks() {
    FakeApiServer strict = FakeApiServer.https(TlsKeys.server(), true);
    try (Bench bench = new Bench(folder, strict).serveAll()) {
      bench.file(".kube/c.crt", TlsKeys.pem("tls-client.crt"));
      bench.file(".kube/c.key", TlsKeys.pem("tls-client.key"));
      bench.configure(AUTHORITY, "client-certificate: c.crt, client-key: c.key");
      assertEquals("PEM", bench.certificate());
      assertEquals(List.of("none", "none"), bench.sent("Authorization"));
      bench.configure(
          AUTHORITY + ", tls-server-name: kubernetes.example",
          "client-certificate: c.crt, client-key-data: " + base64(TlsKeys.pem("tls-client.key")));
      assertEquals("PEM", bench.certificate());
      int before = bench.paths().size();
      assertTrue(bench.configure(AUTHORITY, "").fault().error().contains("Get \""));
      assertEquals(before, bench.paths().size());
    }
  }

  @Test
  void a_pair_that_is_none_is_refused_without_showing_it() {
    try (Bench bench = bench()) {
      String certificate = base64(TlsKeys.pem("tls-client.crt"));
      String other = base64(TlsKeys.pem("ec-p256.pkcs8"));
      String key = base64(TlsKeys.pem("tls-client.key"));
      assertEquals(
          "tls: private key type does not match public key type", pair(bench, certificate, other));
      assertEquals(
          "tls: failed to find any PEM data in key input",
          pair(bench, certificate, base64("geheim")));
      assertEquals(
          "tls: failed to find any PEM data in certificate input",
          pair(bench, base64("geheim"), key));
      assertEquals(
          "tls: private key does not match public key",
          pair(bench, certificate, base64(TlsKeys.pem("rsa2048-a.pkcs1"))));
    }
  }

  private static String pair(Bench bench, String certificate, String key) {
    String user = "client-certificate-data: %s, client-key-data: %s".formatted(certificate, key);
    return bench.configure(AUTHORITY, user).fault().error();
  }

  @Test
  void keys_come_in_several_forms() {
    String[][] forms = {
      {"rsa2048-a.pkcs1", "RSA"},
      {"rsa2048-a.pkcs8", "RSA"},
      {"ec-p256.sec1", "EC"},
      {"ec-p256.pkcs8", "EC"},
      {"ed25519.pkcs8", "EdDSA"},
    };
    for (String[] form : forms) {
      String pem = "some text\n" + TlsKeys.pem(form[0]) + "more text\n";
      PemFile file = new PemFile(pem.getBytes(UTF_8));
      assertEquals(form[1], file.privateKey().orElseThrow().getAlgorithm(), form[0]);
    }
    String encrypted = TlsKeys.pem("rsa2048-a.encrypted-pkcs8");
    assertTrue(new PemFile(encrypted.getBytes(UTF_8)).privateKey().isEmpty());
  }

  @Test
  void an_authority_that_is_none_is_refused() {
    try (Bench bench = bench()) {
      bench.configure("certificate-authority-data: " + base64("text"), "");
      String unable = "unable to load root certificates: ";
      assertEquals(unable + "unable to parse bytes as PEM block", bench.fault().error());
      bench.configure("certificate-authority-data: " + base64(TlsKeys.pem("tls-server.key")), "");
      assertEquals(unable + "no valid certificate authority data seen", bench.fault().error());
      bench.configure(AUTHORITY + ", insecure-skip-tls-verify: true", "");
      assertEquals(
          "specifying a root certificates file with the insecure flag is not allowed",
          bench.fault().error());
    }
  }

  @Test
  void without_an_authority_those_of_the_machine_count() {
    try (Bench bench = bench().configure("", "")) {
      bench.file("roots/ca.pem", "# ours\n" + TlsKeys.pem("tls-ca.crt"));
      bench.variable("SSL_CERT_DIR", "nowhere:roots");
      assertEquals("PEM", bench.certificate());
      bench.variable("SSL_CERT_DIR", "nowhere").variable("SSL_CERT_FILE", "roots/ca.pem");
      assertEquals("PEM", bench.certificate());
    }
  }

  @Test
  void any_certificate_will_do_for_those_who_say_so() {
    try (Bench bench = bench()) {
      String address = bench.server.url().replace("127.0.0.1", "127.0.0.9");
      bench.configure(bench.server.url(), "insecure-skip-tls-verify: true", "");
      assertEquals("PEM", bench.certificate());
      bench.configure(address, "insecure-skip-tls-verify: true", "");
      assertTrue(why(bench).contains("connection refused"));
      bench.configure("insecure-skip-tls-verify: true, tls-server-name: x.example", "");
      assertEquals("PEM", bench.certificate());
    }
  }
}
