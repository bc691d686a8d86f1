package dev.signet.cli.cluster;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trust that is gathered when the first certificate has to be judged: reading all authorities of a
 * machine takes longer than most requests, and many need none. Names that the JDK does not look for
 * are looked for here.
 */
final class LateTrust extends X509ExtendedTrustManager {
  private final Supplier<X509ExtendedTrustManager> source;
  private @Nullable X509ExtendedTrustManager gathered;

  LateTrust(Supplier<X509ExtendedTrustManager> source) {
    this.source = source;
  }

  private synchronized X509ExtendedTrustManager trust() {
    if (gathered == null) {
      gathered = source.get();
    }
    return gathered;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    trust().checkServerTrusted(chain, type, engine);
    OddName.check(engine.getPeerHost(), chain[0]);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    trust().checkServerTrusted(chain, type, socket);
    if (socket instanceof SSLSocket secured) {
      OddName.check(secured.getHandshakeSession().getPeerHost(), chain[0]);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    trust().checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw noServer();
  }

  private static CertificateException noServer() {
    return new CertificateException("nobody is let in here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
