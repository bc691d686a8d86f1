package dev.signet.cli.cluster;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The one client certificate there is, sent whenever a server asks for one. Which authorities the
 * server names does not matter, as in Go: they are hints, and some servers name the wrong ones.
 */
final class OwnKey extends X509ExtendedKeyManager {
  private static final String ALIAS = "client";

  private final ClientKey key;

  /** A client certificate with its key; the certificate itself comes first in the chain. */
  record ClientKey(PrivateKey key, List<X509Certificate> chain) {
    ClientKey {
      chain = List.copyOf(chain);
    }

    @Override
    public String toString() {
      return "ClientKey[redacted]";
    }
  }

  OwnKey(ClientKey key) {
    this.key = key;
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return Arrays.asList(types).contains(key.key().getAlgorithm()) ? ALIAS : null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return chooseEngineClientAlias(types, issuers, null);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return key.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return key.key();
  }

  @Override
  public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
