package dev.signet.cli.kubeconfig;

import java.util.List;
import java.util.Set;

/**
 * What the connection flags say. A flag that was not given is the empty text: the kubeconfig
 * decides.
 *
 * @param requestTimeout as typed: a Go duration or a bare number of seconds, of which 0 means no
 *     limit; empty leaves it to us
 */
public record ClusterOptions(
    Selection selection,
    Server server,
    Login login,
    Impersonation impersonation,
    String requestTimeout) {

  /** Which entries of which kubeconfig. */
  public record Selection(String kubeconfig, String context, String cluster, String user) {
    public static final Selection NONE = new Selection("", "", "", "");
  }

  public enum Switch {
    DISABLE_COMPRESSION,
    INSECURE_SKIP_TLS_VERIFY
  }

  /** Where the API server is, and how it proves itself. */
  public record Server(
      String address,
      String proxyUrl,
      String tlsServerName,
      String certificateAuthority,
      Set<Switch> switches) {
    public static final Server NONE = new Server("", "", "", "", Set.of());

    public Server {
      switches = Set.copyOf(switches);
    }
  }

  /** How the user proves himself. */
  public record Login(
      String token, String username, String password, String clientCertificate, String clientKey) {
    public static final Login NONE = new Login("", "", "", "", "");

    /** Nothing of it: token and password are secrets. */
    @Override
    public String toString() {
      return "Login[redacted]";
    }
  }

  /** In whose name the requests are made. */
  public record Impersonation(String user, String uid, List<String> groups) {
    public static final Impersonation NONE = new Impersonation("", "", List.of());

    public Impersonation {
      groups = List.copyOf(groups);
    }
  }

  /** No flag at all. */
  public static final ClusterOptions NONE =
      new ClusterOptions(Selection.NONE, Server.NONE, Login.NONE, Impersonation.NONE, "");
}
