package dev.signet.cli.cluster;

import dev.signet.cli.cluster.OwnKey.ClientKey;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * How TLS is done with one server.
 *
 * @param trust whose certificates count
 * @param serverName to ask for and to expect; empty: the one of the address
 */
record Tls(Trust trust, String serverName, Optional<ClientKey> own) {
  /** Whose certificates count. */
  sealed interface Trust {
    /** Those that one of these signed. */
    record SignedBy(List<X509Certificate> authorities) implements Trust {
      public SignedBy {
        authorities = List.copyOf(authorities);
      }
    }

    /** Those that an authority of this machine signed. */
    record Usual(SystemRoots roots) implements Trust {}

    /** Anybody's: the user said so, and that the connection is open to whoever is in the way. */
    record Anybody() implements Trust {}
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] keys = own.map(key -> new KeyManager[] {new OwnKey(key)}).orElse(null);
      context.init(keys, new TrustManager[] {judge()}, null);
      return NamedServer.context(context, serverName);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  private X509ExtendedTrustManager judge() {
    return switch (trust) {
      case Trust.Anybody() -> new Credulous();
      case Trust.SignedBy(List<X509Certificate> authorities) ->
          new LateTrust(() -> judge(authorities));
      case Trust.Usual(SystemRoots roots) -> new LateTrust(() -> judge(roots.certificates()));
    };
  }

  /** The JDK's own trust if there is no authority at all, as on machines that keep them nowhere. */
  private static X509ExtendedTrustManager judge(List<X509Certificate> authorities) {
    try {
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(authorities.isEmpty() ? null : store(authorities));
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JDK cannot judge certificates", e);
    }
  }

  private static KeyStore store(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (X509Certificate authority : authorities) {
      store.setCertificateEntry("authority-" + store.size(), authority);
    }
    return store;
  }

  /** Looks at nothing: neither signature nor name. */
  private static final class Credulous extends X509ExtendedTrustManager {
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
