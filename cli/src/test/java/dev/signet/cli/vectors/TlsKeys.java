package dev.signet.cli.vectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS contexts for servers, made from PEM texts. */
public final class TlsKeys {
  private static final char[] NO_PASSWORD = new char[0];

  private TlsKeys() {}

  /** A PEM text of the recorded key set, such as {@code tls-ca.crt}. */
  public static String pem(String reference) {
    return new TestKeys().text(reference);
  }

  /** The context of the recorded server, which trusts clients of the recorded authority. */
  public static SSLContext server() {
    return server(pem("tls-server.crt"), pem("tls-server.key"), pem("tls-ca.crt"));
  }

  /**
   * The context of a server.
   *
   * @param certificate the server's own, PEM
   * @param key its key, PKCS#8 in PEM
   * @param clientAuthority who signs the certificates of clients, PEM
   */
  public static SSLContext server(String certificate, String key, String clientAuthority) {
    try {
      KeyStore own = emptyStore();
      Certificate[] chain = {certificate(certificate)};
      own.setKeyEntry("server", rsaKey(key), NO_PASSWORD, chain);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(own, NO_PASSWORD);
      KeyStore trusted = emptyStore();
      trusted.setCertificateEntry("authority", certificate(clientAuthority));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no key pair", e);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return store;
  }

  private static Certificate certificate(String pem) throws GeneralSecurityException {
    byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(bytes));
  }

  private static PrivateKey rsaKey(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "");
    byte[] der = Base64.getMimeDecoder().decode(base64);
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
  }
}
