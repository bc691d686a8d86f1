package dev.signet.cli.cluster;

import static dev.signet.cli.cluster.Bench.PROXY;
import static dev.signet.cli.cluster.Bench.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.TlsKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-139")
final class ProxyTest {
  private static final String SERVER = "kubernetes.example:6443";
  private static final String TUNNEL = "CONNECT " + SERVER + " HTTP/1.1";
  private static final String LOGIN = "|Proxy-Authorization: Basic YW5uOnB3";

  @TempDir private Path folder;
  private Bench tls;
  private Bench plain;

  @BeforeEach
  void set_up() {
    tls = new Bench(folder, FakeApiServer.https(TlsKeys.server(), false)).serveAll();
    plain = new Bench(folder.resolve("plain"), FakeApiServer.http()).serveAll();
    tls.file(".kube/ca.crt", TlsKeys.pem("tls-ca.crt"));
    through("");
  }

  /** Configures a server that exists behind a proxy alone. */
  private void through(String proxyUrl) {
    String proxy = proxyUrl.isEmpty() ? "" : ", proxy-url: '" + proxyUrl + "'";
    tls.configure("https://" + SERVER, "certificate-authority: ca.crt" + proxy, "token: t");
    plain.configure("http://" + SERVER, proxyUrl.isEmpty() ? "" : proxy.substring(2), "");
  }

  @AfterEach
  void tear_down() {
    tls.close();
    plain.close();
  }

  private static int port(Bench bench) {
    String hostPort = bench.server.hostPort();
    return Integer.parseInt(hostPort.substring(hostPort.indexOf(':') + 1));
  }

  @Test
  void tls_goes_through_a_tunnel_and_keeps_its_secrets() throws IOException {
    try (FakeProxy proxy = FakeProxy.http(port(tls))) {
      through("http://" + proxy.hostPort());
      assertEquals("PEM", tls.certificate());
      assertEquals(TUNNEL, proxy.told().getFirst());
      assertEquals(List.of("Bearer t", "Bearer t"), tls.sent("Authorization"));
    }
  }

  @Test
  void the_variables_name_one_too() throws IOException {
    try (FakeProxy proxy = FakeProxy.http(port(tls))) {
      tls.variable("HTTPS_PROXY", proxy.hostPort());
      assertEquals("PEM", tls.certificate());
    }
  }

  @Test
  void a_proxy_may_want_a_password() throws IOException {
    try (FakeProxy proxy = FakeProxy.http(port(tls))) {
      through("http://ann:pw@" + proxy.hostPort());
      assertEquals("PEM", tls.certificate());
      assertEquals(TUNNEL + LOGIN, proxy.told().getFirst());
    }
  }

  @Test
  void also_without_tls_and_for_each_request() throws IOException {
    try (FakeProxy proxy = FakeProxy.http(port(plain))) {
      through("http://ann:pw@" + proxy.hostPort());
      plain.find(Bench.USUAL);
      assertEquals(List.of("GET http://" + SERVER + SERVICE + " HTTP/1.1" + LOGIN), proxy.told());
      assertEquals(List.of("GET http://" + SERVER + SERVICE), plain.paths());
    }
  }

  @Test
  void a_proxy_may_be_reached_over_tls() throws IOException {
    try (FakeProxy proxy = FakeProxy.https(TlsKeys.server(), port(tls))) {
      through("https://" + proxy.hostPort());
      assertTrue(
          tls.fault()
              .error()
              .contains("\": proxyconnect tcp: tls: failed to verify certificate: x509: "),
          tls.fault().error());
      tls.variable("SSL_CERT_FILE", ".kube/ca.crt");
      assertEquals("PEM", tls.certificate());
      assertEquals(TUNNEL, proxy.told().getFirst());
    }
  }

  @Test
  void a_proxy_may_speak_socks() throws IOException {
    try (FakeProxy proxy = FakeProxy.socks(port(tls))) {
      through("socks5://" + proxy.hostPort());
      assertEquals("PEM", tls.certificate());
      assertEquals(SERVER, proxy.told().getFirst());
    }
  }

  @Test
  void socks_with_a_password_and_without_tls() throws IOException {
    try (FakeProxy proxy = FakeProxy.socks(port(plain))) {
      through("socks5://ann:pw@" + proxy.hostPort());
      assertEquals("PEM", plain.certificate());
      assertEquals(List.of("GET " + SERVICE, "GET " + PROXY + "/v1/cert.pem"), plain.paths());
      assertEquals("ann:pw@" + SERVER, proxy.told().getFirst());
    }
  }

  @Test
  void one_that_refuses_is_told() throws IOException {
    try (FakeProxy proxy = FakeProxy.http(port(tls))) {
      tls.configure(
          "https://refuse.example",
          "insecure-skip-tls-verify: true, proxy-url: 'http://%s'".formatted(proxy.hostPort()),
          "");
      assertTrue(
          tls.fault().error().contains("\": Proxy Authentication Required."), tls.fault().error());
    }
  }

  @Test
  void one_that_is_not_there_is_told() throws IOException {
    FakeProxy proxy = FakeProxy.http(port(tls));
    proxy.close();
    through("http://" + proxy.hostPort());
    String why = "\": proxyconnect tcp: dial tcp %s: connect: connection refused.";
    assertTrue(tls.fault().error().contains(why.formatted(proxy.hostPort())), tls.fault().error());
    through("socks5://" + proxy.hostPort());
    assertTrue(tls.fault().error().contains(why.formatted(proxy.hostPort())), tls.fault().error());
  }
}
