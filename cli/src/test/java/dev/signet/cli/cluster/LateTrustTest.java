package dev.signet.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.TlsKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody else looks whether a certificate is for a name that the JDK refuses to look for. */
@Tag("K-138")
final class LateTrustTest {
  private static final String WHY = "No name matching kube_api found";

  private final LateTrust trust = new LateTrust(Signed::new);

  @Test
  void an_engine_takes_no_certificate_for_another_name() throws GeneralSecurityException {
    X509Certificate[] chain = {certificate()};
    CertificateException thrown =
        assertThrows(
            CertificateException.class,
            () -> trust.checkServerTrusted(chain, "RSA", engine("kube_api")));
    assertEquals(WHY, thrown.getMessage());
    assertDoesNotThrow(
        () -> trust.checkServerTrusted(chain, "RSA", engine("other.example")),
        "the JDK looks at it");
  }

  private static SSLEngine engine(String host) throws GeneralSecurityException {
    return SSLContext.getDefault().createSSLEngine(host, 6443);
  }

  private static X509Certificate certificate() throws GeneralSecurityException {
    byte[] pem = TlsKeys.pem("tls-server.crt").getBytes(StandardCharsets.UTF_8);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  @Test
  void nor_does_a_socket() throws Exception {
    try (FakeApiServer server = FakeApiServer.https(TlsKeys.server(), false)) {
      SSLHandshakeException thrown =
          assertThrows(SSLHandshakeException.class, () -> shakeHands(server, "kube_api"));
      assertTrue(String.valueOf(thrown.getMessage()).contains(WHY), thrown.getMessage());
      assertDoesNotThrow(() -> shakeHands(server, "other.example"), "the JDK is to look at it");
    }
  }

  private void shakeHands(FakeApiServer server, String name)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust}, null);
    URI address = URI.create(server.url());
    int port = address.getPort();
    Socket plain = new Socket(address.getHost(), port);
    try (SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(plain, name, port, true)) {
      secured.startHandshake();
    }
  }

  /** As if every certificate were signed by somebody who is trusted. */
  private static final class Signed extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
