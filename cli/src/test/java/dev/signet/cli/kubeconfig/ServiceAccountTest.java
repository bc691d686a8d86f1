package dev.signet.cli.kubeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.kubeconfig.ClusterAccess.Usable;
import dev.signet.cli.kubeconfig.ClusterOptions.Impersonation;
import dev.signet.cli.kubeconfig.ClusterOptions.Login;
import dev.signet.cli.kubeconfig.ClusterOptions.Selection;
import dev.signet.cli.kubeconfig.ClusterOptions.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a pod, where nothing is configured but everything mounted. */
@Tag("K-137")
final class ServiceAccountTest {
  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void move_in() {
    home = new Home(folder).file("serviceaccount/token", "t").file("serviceaccount/ca.crt", "");
    home.variable("KUBERNETES_SERVICE_HOST", "10.0.0.1");
    home.variable("KUBERNETES_SERVICE_PORT", "443");
  }

  @Test
  void the_cluster_is_the_one_around() {
    Usable usable = home.usable(ClusterOptions.NONE);
    assertEquals("https://10.0.0.1:443", usable.cluster().server());
    assertEquals(at("ca.crt"), usable.cluster().trust().authorityFile());
    assertEquals(at("token"), usable.user().token().file());
    home.variable("KUBERNETES_SERVICE_HOST", "fd00::1");
    assertEquals("https://[fd00::1]:443", home.usable(ClusterOptions.NONE).cluster().server());
  }

  private String at(String name) {
    return folder.resolve("serviceaccount").resolve(name).toString();
  }

  @Test
  void flags_go_before_what_is_mounted() {
    Login login = new Login("flag", "", "", "", "");
    Server server = new Server("", "", "", "own.crt", Set.of());
    assertEquals("flag", home.usable(Home.with(login)).user().token().text());
    Impersonation bob = new Impersonation("bob", "", List.of());
    assertEquals(bob, home.usable(Home.with(bob)).user().impersonated().who());
    // A flag about the server configures one, so that the pod's own is out of the question.
    home.file("own.crt", "");
    assertTrue(home.error(Home.with(server)).contains("no server defined"));
    assertEquals(
        "https://s",
        home.usable(Home.with(new Server("https://s", "", "", "", Set.of()))).cluster().server());
  }

  @Test
  void a_kubeconfig_goes_before_it() {
    home.file(
        ".kube/config",
        """
        current-context: x
        contexts: [{name: x, context: {cluster: c}}]
        clusters: [{name: c, cluster: {server: "https://elsewhere"}}]
        """);
    assertEquals("https://elsewhere", home.usable(ClusterOptions.NONE).cluster().server());
  }

  @Test
  void a_flag_that_names_nothing_is_still_an_error() {
    ClusterOptions options =
        new ClusterOptions(
            new Selection("", "x", "", ""), Server.NONE, Login.NONE, Impersonation.NONE, "");
    assertEquals("context \"x\" does not exist", home.error(options));
  }

  @Test
  @Tag("K-57")
  void the_namespace_is_that_of_the_pod() {
    assertEquals(Optional.of("default"), home.namespace(ClusterOptions.NONE));
    home.file("serviceaccount/namespace", "mounted\n");
    assertEquals(Optional.of("mounted"), home.namespace(ClusterOptions.NONE));
    home.variable("POD_NAMESPACE", "said");
    assertEquals(Optional.of("said"), home.namespace(ClusterOptions.NONE));
  }

  @Test
  void without_a_token_there_is_no_pod() {
    home = new Home(folder.resolve("empty")).variable("KUBERNETES_SERVICE_HOST", "10.0.0.1");
    home.variable("KUBERNETES_SERVICE_PORT", "443");
    assertTrue(home.error(ClusterOptions.NONE).contains("no configuration has been provided"));
  }
}
