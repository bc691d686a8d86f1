package dev.signet.cli.kubeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.kubeconfig.ClusterAccess.Usable;
import dev.signet.cli.kubeconfig.CredentialSource.ExecPlugin;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-57")
@Tag("K-137")
final class MergingTest {
  private static final String WHOLE =
      """
      apiVersion: v1
      kind: Config
      current-context: dev
      contexts: [{name: dev, context: {cluster: c, user: u, namespace: team-a}}]
      clusters: [{name: c, cluster: {server: "https://one:6443"}}]
      users: [{name: u, user: {token: one}}]
      """;

  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void move_in() {
    home = new Home(folder);
  }

  @Test
  void the_usual_file_is_at_home() {
    Usable usable = home.file(".kube/config", WHOLE).usable(ClusterOptions.NONE);
    assertEquals("https://one:6443", usable.cluster().server());
    assertEquals("one", usable.user().token().text());
    assertEquals("u", usable.userName());
  }

  @Test
  void the_files_of_the_variable_replace_it() {
    home.file(".kube/config", WHOLE).variable("KUBECONFIG", "other");
    home.file("other", WHOLE.replace("one", "two"));
    assertEquals("https://two:6443", home.usable(ClusterOptions.NONE).cluster().server());
  }

  @Test
  void a_text_without_quotes_that_is_a_number_is_none() {
    for (String[] pair :
        new String[][] {
          {"namespace: team-a", "namespace: 12"},
          {"namespace: team-a", "namespace: yes"},
          {"token: one", "token: 12"},
          {"token: one", "as: u, as-groups: [1]"},
        }) {
      home.file(".kube/config", WHOLE.replace(pair[0], pair[1]));
      String error = home.error(ClusterOptions.NONE);
      assertTrue(error.startsWith("error loading config file \""), error);
      assertFalse(error.contains("12"), error);
    }
    home.file(".kube/config", WHOLE.replace("team-a", "2001-01-01"));
    assertEquals("one", home.usable(ClusterOptions.NONE).user().token().text());
    home.file(".kube/config", WHOLE.replace("team-a", "\"12\""));
    assertEquals("one", home.usable(ClusterOptions.NONE).user().token().text());
  }

  @Test
  void the_flag_stands_alone() {
    home.file("other", WHOLE).variable("KUBECONFIG", "other");
    home.file("flag", WHOLE.replace("one", "three"));
    Usable usable = home.usable(Home.kubeconfig("flag"));
    assertEquals("https://three:6443", usable.cluster().server());
    assertEquals(List.of("flag"), usable.files());
  }

  @Test
  void an_entry_comes_whole_from_the_first_file_that_has_it() {
    home.file("a", "users: [{name: u, user: {username: ann}}]");
    home.file("b", WHOLE + "preferences: {}").variable("KUBECONFIG", "a:missing::b:a");
    Usable usable = home.usable(ClusterOptions.NONE);
    assertEquals("ann", usable.user().password().username());
    assertEquals("", usable.user().token().text());
    assertEquals(List.of("a", "b"), usable.files());
  }

  @Test
  void the_first_current_context_counts() {
    home.file("a", "current-context: prod");
    home.file("b", WHOLE).variable("KUBECONFIG", "a:b");
    String prod = "contexts: [{name: prod, context: {cluster: c, namespace: prod-ns}}]";
    home.file("c", prod).variable("KUBECONFIG", "a:b:c");
    assertEquals("prod-ns", home.namespace(ClusterOptions.NONE).orElseThrow());
  }

  @Test
  void paths_start_where_their_file_is() {
    home.file("conf/ca.crt", "").file("conf/c.crt", "").file("c.key", "");
    home.file(
        "conf/k",
        """
        current-context: x
        contexts: [{name: x, context: {cluster: c, user: u}}]
        clusters: [{name: c, cluster: {server: "https://s", certificate-authority: ca.crt}}]
        users:
        - name: u
          user:
            client-certificate: c.crt
            client-key: ../c.key
            tokenFile: /abs/token
            exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: ./bin/plugin}
        """);
    Usable usable = home.usable(Home.kubeconfig("conf/k"));
    assertEquals(at("conf/ca.crt"), usable.cluster().trust().authorityFile());
    assertEquals(at("conf/c.crt"), usable.user().certificate().certificate().file());
    assertEquals(at("c.key"), usable.user().certificate().key().file());
    assertEquals("/abs/token", usable.user().token().file());
    ExecPlugin plugin = (ExecPlugin) usable.user().credentialSource().orElseThrow();
    assertEquals(at("conf/bin/plugin"), plugin.program());
    assertEquals("IfAvailable", plugin.dealings().interactiveMode());
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void a_bare_command_is_left_to_the_path() {
    home.file(
        ".kube/config",
        WHOLE.replace(
            "token: one",
            "exec: {command: aws, args: [a, 'b c'],"
                + " apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never,"
                + " env: [{name: A, value: '1'}], provideClusterInfo: true, installHint: get it}"));
    ExecPlugin plugin =
        (ExecPlugin) home.usable(ClusterOptions.NONE).user().credentialSource().orElseThrow();
    assertEquals(List.of("aws", "a", "b c"), plugin.command());
    assertEquals("1", plugin.environment().getFirst().value());
    assertTrue(plugin.dealings().wantsCluster());
    assertEquals("get it", plugin.installHint());
  }

  @Test
  void only_the_file_of_the_flag_must_exist() {
    home.variable("KUBECONFIG", "gone");
    assertEquals("stat nope: no such file or directory", home.error(Home.kubeconfig("nope")));
    assertEquals(
        "invalid configuration: no configuration has been provided, try setting"
            + " KUBERNETES_MASTER environment variable",
        home.error(ClusterOptions.NONE));
  }

  @Test
  void what_is_wrong_with_a_file_is_told_with_its_name() {
    assertEquals(
        broken("kind \"Pod\" is registered for version \"v1\""),
        told("kind: Pod\napiVersion: v1", "no "));
    assertEquals(broken("users is not a list"), told("users: {}", ""));
    assertEquals(broken("users is not a list of objects"), told("users: [text]", ""));
    assertEquals(
        broken("duplicate name \"u\" in users"), told("users: [{name: u}, {name: u}]", ""));
    assertEquals(
        broken("clusters[0].cluster.insecure-skip-tls-verify is not true or false"),
        told("clusters: [{name: c, cluster: {insecure-skip-tls-verify: maybe}}]", ""));
    assertEquals(
        broken("users[0].user.client-key-data: illegal base64 data at input byte 4"),
        told("users: [{name: u, user: {client-key-data: 'c2Vj!'}}]", ""));
  }

  private static String broken(String reason) {
    return "error loading config file \"k\": " + reason;
  }

  private String told(String text, String cut) {
    return home.file("k", text).error(Home.kubeconfig("k")).replace(": " + cut, ": ");
  }

  @Test
  void all_broken_files_are_told_of() {
    home.file("a", "users: {}").file("b", "- list").file("d/x", "");
    String error = home.variable("KUBECONFIG", "a:b:d").error(ClusterOptions.NONE);
    assertTrue(error.startsWith("[error loading config file \"a\": users is not a list, "), error);
    assertTrue(error.contains("error loading config file \"b\": "), error);
    assertTrue(error.endsWith("error loading config file \"d\": read d: is a directory]"), error);
  }

  @Test
  void no_error_and_no_printed_entry_holds_a_secret() {
    home.file(".kube/config", WHOLE.replace("token: one", "token: geheim, password: geheim"));
    assertFalse(home.error(ClusterOptions.NONE).contains("geheim"));
    home.file(".kube/config", WHOLE.replace("token: one", "token: [geheim]"));
    assertFalse(home.error(ClusterOptions.NONE).contains("geheim"));
    home.file(".kube/config", WHOLE.replace("token: one", "token: geheim"));
    assertFalse(home.usable(ClusterOptions.NONE).toString().contains("geheim"));
    home.file(".kube/config", WHOLE.replace("one}", "\"geheim"));
    assertFalse(home.error(ClusterOptions.NONE).contains("geheim"));
  }

  @Test
  void json_and_an_empty_file_will_do() {
    home.file("a", "").file("b", "# nothing\n").file("c", "{\"current-context\": \"dev\"}");
    home.file("d", WHOLE).variable("KUBECONFIG", "a:b:c:d");
    assertEquals("team-a", home.namespace(ClusterOptions.NONE).orElseThrow());
  }
}
