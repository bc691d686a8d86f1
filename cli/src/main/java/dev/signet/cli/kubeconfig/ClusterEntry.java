package dev.signet.cli.kubeconfig;

import dev.signet.cli.manifest.Value;
import dev.signet.crypto.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an API server is, how to get there, and what it must prove.
 *
 * @param pluginConfig what exec plugins that ask for it are told, null if there is nothing
 */
public record ClusterEntry(
    String server,
    String proxyUrl,
    boolean compressed,
    ServerTrust trust,
    @Nullable Value pluginConfig) {

  public static final ClusterEntry NONE = new ClusterEntry("", "", true, ServerTrust.NONE, null);

  /**
   * How the server's certificate is checked.
   *
   * @param authorityFile path, resolved against the folder of its kubeconfig
   * @param authorityData PEM, empty if there is none
   * @param serverName name to ask for and to find in the certificate; empty: that of the address
   * @param checked false if any certificate will do
   */
  public record ServerTrust(
      String authorityFile, Bytes authorityData, String serverName, boolean checked) {
    public static final ServerTrust NONE = new ServerTrust("", Bytes.of(new byte[0]), "", true);

    public boolean hasAuthority() {
      return !authorityFile.isEmpty() || authorityData.size() > 0;
    }
  }

  public Optional<Value> toldToPlugins() {
    return Optional.ofNullable(pluginConfig);
  }
}
