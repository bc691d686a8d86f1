package dev.signet.cli.cluster;

import static dev.signet.cli.cluster.Bench.SERVICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.TlsKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that Go's programs reach and whose names Java refuses. */
@Tag("K-138")
@Tag("K-139")
final class OddHostTest {
  private static final String UNCHECKED = "insecure-skip-tls-verify: true";

  @TempDir private Path folder;
  private Bench tls;
  private Bench plain;

  @BeforeEach
  void set_up() {
    tls = new Bench(folder, FakeApiServer.https(TlsKeys.server(), false)).serveAll();
    plain = new Bench(folder.resolve("plain"), FakeApiServer.http()).serveAll();
  }

  @AfterEach
  void tear_down() {
    tls.close();
    plain.close();
  }

  private static String port(Bench bench) {
    String hostPort = bench.server.hostPort();
    return hostPort.substring(hostPort.indexOf(':') + 1);
  }

  private static int number(Bench bench) {
    return Integer.parseInt(port(bench));
  }

  @Test
  void no_host_is_this_machine() {
    plain.configure(":" + port(plain), "", "");
    assertEquals("PEM", plain.certificate());
    plain.configure("http://:" + port(plain), "", "");
    assertEquals("PEM", plain.certificate());
    tls.configure("https://:" + port(tls), UNCHECKED, "token: t");
    assertEquals("PEM", tls.certificate());
    assertEquals(List.of("Bearer t", "Bearer t"), tls.sent("Authorization"));
  }

  @Test
  void a_name_with_an_underscore_is_reached_through_a_proxy() throws IOException {
    try (FakeProxy proxy = FakeProxy.http(number(plain))) {
      String through = "proxy-url: 'http://ann:pw@" + proxy.hostPort() + "'";
      plain.configure("http://kube_api:8080", through, "");
      plain.find(Bench.USUAL);
      assertEquals(
          List.of(
              "GET http://kube_api:8080"
                  + SERVICE
                  + " HTTP/1.1|Proxy-Authorization: Basic YW5uOnB3"),
          proxy.told());
      assertEquals(List.of("kube_api:8080"), plain.sent("Host"));
    }
  }

  @Test
  void also_through_a_tunnel_and_the_proxy_learns_its_name_alone() throws IOException {
    try (FakeProxy proxy = FakeProxy.http(number(tls))) {
      tls.configure("https://a_b.refuse.example", UNCHECKED, "token: t");
      tls.variable("HTTPS_PROXY", proxy.hostPort());
      assertFault(tls, "\": Proxy Authentication Required.");
      assertEquals(List.of("CONNECT a_b.refuse.example:443 HTTP/1.1"), proxy.told());
      assertEquals(List.of("Host: a_b.refuse.example:443"), proxy.hosts());
    }
  }

  /** The JDK's servers refuse such a name as ours refuses it, so that it is looked at before. */
  @Test
  void over_tls_it_is_asked_for_by_its_name() throws GeneralSecurityException, UnusableException {
    String standIn = Address.parse("https://kube_api:6443").uri().getHost();
    SSLContext context = NamedServer.context(SSLContext.getDefault(), "");
    SSLEngine engine = context.createSSLEngine(standIn, 6443);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    List<SNIServerName> asked = engine.getSSLParameters().getServerNames();
    assertEquals("kube_api", new String(asked.getFirst().getEncoded(), UTF_8));
    assertEquals("", engine.getSSLParameters().getEndpointIdentificationAlgorithm());
  }

  @Test
  void and_has_to_be_in_the_certificate() throws GeneralSecurityException {
    byte[] pem = TlsKeys.pem("tls-server.crt").getBytes(UTF_8);
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem));
    CertificateException thrown =
        assertThrows(CertificateException.class, () -> OddName.check("kube_api", certificate));
    assertEquals("No name matching kube_api found", thrown.getMessage());
    assertDoesNotThrow(() -> OddName.check("other.example", certificate), "the JDK looked at it");
  }

  @Test
  void a_name_is_covered_by_itself_and_by_a_star_for_its_first_label() {
    assertTrue(OddName.covers("Kube_API.example", "kube_api.EXAMPLE"));
    assertTrue(OddName.covers("*.example", "kube_api.example"));
    assertFalse(OddName.covers("*.example", "kube_api.x.example"));
    assertFalse(OddName.covers("*", "kube_api"));
    assertFalse(OddName.covers("kube*.example", "kube_api.example"));
    assertFalse(OddName.covers("kubeXapi", "kube_api"));
  }

  @Test
  void a_proxy_may_have_such_a_name() {
    for (String scheme : new String[] {"http", "https", "socks5"}) {
      plain.configure("http://kube:1", "proxy-url: '" + scheme + "://my_proxy.invalid:1'", "");
      assertFault(plain, "\": proxyconnect tcp: dial tcp: lookup my_proxy.invalid: no such host.");
    }
  }

  @Test
  void what_cannot_be_called_is_told_in_gos_words() {
    plain.configure("http://a_b.invalid:1", "", "");
    assertFault(plain, "\": dial tcp: lookup a_b.invalid: no such host.");
    plain.configure("http://h:99999", "", "");
    assertFault(plain, "\": dial tcp: address 99999: invalid port.");
    plain.configure("http://h:1", "proxy-url: 'http://127.0.0.1:99999'", "");
    assertFault(plain, "\": proxyconnect tcp: dial tcp: address 99999: invalid port.");
    plain.configure("http://[fe80::1%25nolink]:1", "", "");
    assertFault(plain, "Get \"http://[fe80::1%25nolink]:1/api/");
  }

  @Test
  void what_is_no_server_is_told_in_gos_words() {
    for (String none : new String[] {"http:///x", "/x", "http://[::1", "h:1/x", "https://h:x"}) {
      plain.configure(none, "", "");
      assertEquals(
          "host must be a URL or a host:port pair: \"" + none + "\"", plain.fault().error());
    }
    plain.configure("https://me@corp.com:s3cret@h:xx", "", "");
    assertEquals(
        "host must be a URL or a host:port pair: \"https://me@corp.com:***@h:xx\"",
        plain.fault().error());
    plain.configure("a b", "", "");
    assertEquals(
        "parse \"http://a b\": invalid character \" \" in host name", plain.fault().error());
    plain.configure("[::1", "", "");
    assertEquals("parse \"http://[::1\": missing ']' in host", plain.fault().error());
  }

  private static void assertFault(Bench bench, String part) {
    String error = bench.fault().error();
    assertTrue(error.contains(part), error);
  }
}
