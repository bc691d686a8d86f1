package dev.signet.cli.kubeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.cli.kubeconfig.ClusterAccess.Usable;
import dev.signet.cli.kubeconfig.ClusterEntry.ServerTrust;
import dev.signet.cli.kubeconfig.ClusterOptions.Impersonation;
import dev.signet.cli.kubeconfig.ClusterOptions.Login;
import dev.signet.cli.kubeconfig.ClusterOptions.Selection;
import dev.signet.cli.kubeconfig.ClusterOptions.Server;
import dev.signet.cli.kubeconfig.ClusterOptions.Switch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-135")
@Tag("K-137")
final class ChoiceTest {
  private static final String KUBECONFIG =
      """
      current-context: dev
      contexts:
      - {name: dev, context: {cluster: c, user: u, namespace: team-a}}
      - {name: bare, context: {cluster: c}}
      - {name: lost, context: {cluster: gone, user: gone}}
      - {name: none, context: {user: u}}
      clusters:
      - name: c
        cluster:
          server: https://one:6443
          tls-server-name: kubernetes
          certificate-authority-data: Q0E=
          proxy-url: http://proxy:1
      - {name: unchecked, cluster: {server: "https://two", insecure-skip-tls-verify: true}}
      users:
      - {name: u, user: {token: one, as: carol, as-groups: [g], as-user-extra: {k: [v, w]}}}
      - {name: other, user: {username: ann, password: pw}}
      """;

  private static final String UNSUPPORTED =
      "unsupported scheme \"%s\", must be http, https, or socks5";

  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void move_in() {
    home = new Home(folder).file(".kube/config", KUBECONFIG);
  }

  @Test
  void flags_pick_entries() {
    Usable usable = home.usable(Home.with(new Selection("", "", "unchecked", "other")));
    assertEquals("https://two", usable.cluster().server());
    assertFalse(usable.cluster().trust().checked());
    assertEquals("ann", usable.user().password().username());
    assertEquals("other", usable.userName());
  }

  @Test
  void a_flag_that_names_nothing_is_told_before_anything_else() {
    assertEquals("auth info \"x\" does not exist", selecting("x", "x", "x"));
    assertEquals("context \"x\" does not exist", selecting("x", "x", ""));
    assertEquals("cluster \"x\" does not exist", selecting("", "x", ""));
  }

  private String selecting(String context, String cluster, String user) {
    return home.error(Home.with(new Selection("", context, cluster, user)));
  }

  @Test
  void another_server_takes_its_own_name() {
    Server flags = new Server("https://tunnel", "", "", "", Set.of());
    Usable usable = home.usable(Home.with(flags));
    assertEquals("https://tunnel", usable.cluster().server());
    assertEquals("", usable.cluster().trust().serverName());
    assertEquals("one", usable.user().token().text());
    Server named = new Server("https://tunnel", "", "api", "", Set.of());
    assertEquals("api", home.usable(Home.with(named)).cluster().trust().serverName());
  }

  @Test
  void a_flag_about_trust_replaces_all_trust() {
    home.file("own.crt", "");
    ServerTrust own = trust(new Server("", "", "", "own.crt", Set.of()));
    assertEquals("own.crt", own.authorityFile());
    assertEquals(0, own.authorityData().size());
    assertEquals("kubernetes", own.serverName());
    Set<Switch> unchecked = Set.of(Switch.INSECURE_SKIP_TLS_VERIFY);
    ServerTrust none = trust(new Server("", "", "", "", unchecked));
    assertFalse(none.checked());
    assertFalse(none.hasAuthority());
  }

  private ServerTrust trust(Server flags) {
    return home.usable(Home.with(flags)).cluster().trust();
  }

  @Test
  void flags_go_before_the_rest_of_the_kubeconfig() {
    Set<Switch> plain = Set.of(Switch.DISABLE_COMPRESSION);
    Usable usable = home.usable(Home.with(new Server("", "http://other:2", "", "", plain)));
    assertEquals("http://other:2", usable.cluster().proxyUrl());
    assertFalse(usable.cluster().compressed());
    assertEquals("2", home.usable(Home.with(token("2"))).user().token().text());
    Impersonation dave = new Impersonation("dave", "7", List.of("h", "i,j"));
    assertEquals(dave, home.usable(Home.with(dave)).user().impersonated().who());
    Impersonation carol = new Impersonation("carol", "", List.of("g"));
    assertEquals(carol, home.usable(ClusterOptions.NONE).user().impersonated().who());
  }

  private static Login token(String token) {
    return new Login(token, "", "", "", "");
  }

  @Test
  void two_ways_to_prove_oneself_are_one_too_many() {
    assertEquals(
        "invalid configuration: more than one authentication method found for u; found [token"
            + " basicAuth], only one is allowed",
        home.error(Home.with(new Login("", "a", "b", "", ""))));
  }

  @Test
  @Tag("K-57")
  void a_context_that_leads_nowhere_is_unusable() {
    assertEquals(
        "invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER"
            + " environment variable",
        selecting("none", "", ""));
    assertEquals(Optional.empty(), home.namespace(Home.with(new Selection("", "none", "", ""))));
    home.file(".kube/config", KUBECONFIG.replace("current-context: dev", "current-context: x"));
    assertEquals(
        "invalid configuration: [context was not found for specified context: x, cluster has no"
            + " server defined]",
        home.error(ClusterOptions.NONE));
    assertEquals(Optional.empty(), home.namespace(ClusterOptions.NONE));
  }

  @Test
  @Tag("K-57")
  void the_namespace_is_that_of_a_usable_context() {
    assertEquals(Optional.of("team-a"), home.namespace(ClusterOptions.NONE));
    Selection bare = new Selection("", "bare", "", "");
    assertEquals(Optional.of("default"), home.namespace(Home.with(bare)));
    Selection unknown = new Selection("", "x", "", "");
    assertEquals(Optional.empty(), home.namespace(Home.with(unknown)));
    assertEquals(Optional.empty(), home.namespace(Home.kubeconfig("missing")));
    home.file("broken", "a: b: c");
    assertEquals(Optional.empty(), home.namespace(Home.kubeconfig("broken")));
  }

  @Test
  @Tag("K-57")
  void a_server_alone_is_usable_and_its_namespace_default() {
    home.variable("KUBECONFIG", "none").variable("POD_NAMESPACE", "pod");
    home.variable("KUBERNETES_MASTER", "http://master");
    assertEquals(Optional.empty(), home.namespace(ClusterOptions.NONE));
    Server server = new Server("http://s", "", "", "", Set.of());
    assertEquals(Optional.of("default"), home.namespace(Home.with(server)));
    assertEquals("http://s", home.usable(Home.with(server)).cluster().server());
  }

  private static final String[][] PROXIES = {
    {"ftp://me:s3cret@h/", "ftp://me:***@h/", UNSUPPORTED.formatted("ftp")},
    {"ftp://me@corp.com:s3@cret@h/", "ftp://me@corp.com:***@h/", UNSUPPORTED.formatted("ftp")},
    {"me:s3cret@h", "me:***@h", UNSUPPORTED.formatted("me")},
    {"http://me:s3/cret@h/", "http://me:***@h/", "could not parse: http://me:***@h/"},
    {
      "https://me@corp.com:s3cret@h:xx",
      "https://me@corp.com:***@h:xx",
      "could not parse: https://me@corp.com:***@h:xx"
    },
  };

  @Test
  void the_password_of_a_proxy_is_not_told() {
    for (String[] row : PROXIES) {
      home.file("k", "clusters: [{name: c, cluster: {server: s, proxy-url: '" + row[0] + "'}}]");
      assertEquals(
          "invalid configuration: invalid 'proxy-url' \"%s\" for cluster \"c\": %s"
              .formatted(row[1], row[2]),
          home.error(Home.with(new Selection("k", "", "c", ""))));
    }
  }

  @Test
  void a_cluster_without_server_is_named() {
    home.file("k", "clusters: [{name: c, cluster: {proxy-url: 'ftp://x'}}]");
    assertEquals(
        "invalid configuration: [no server found for cluster \"c\", invalid 'proxy-url'"
            + " \"ftp://x\" for cluster \"c\": unsupported scheme \"ftp\", must be http, https,"
            + " or socks5]",
        home.error(Home.with(new Selection("k", "", "c", ""))));
    Set<Switch> unchecked = Set.of(Switch.INSECURE_SKIP_TLS_VERIFY);
    home.variable("KUBECONFIG", "none");
    assertEquals(
        "invalid configuration: default cluster has no server defined",
        home.error(Home.with(new Server("", "", "", "", unchecked))));
  }

  @Test
  @Tag("K-138")
  void files_that_cannot_be_read_are_named() {
    Server authority = new Server("", "", "", "no.crt", Set.of());
    assertEquals(
        "invalid configuration: unable to read certificate-authority no.crt for c due to open"
            + " no.crt: no such file or directory",
        home.error(Home.with(authority)));
    home.file("c.crt", "");
    assertEquals(
        "invalid configuration: unable to read client-key no.key for u due to open no.key: no such"
            + " file or directory",
        home.error(Home.with(new Login("", "", "", "c.crt", "no.key"))));
    assertEquals(
        "invalid configuration: client-key-data or client-key must be specified for u to use the"
            + " clientCert authentication method.",
        home.error(Home.with(new Login("", "", "", "c.crt", ""))));
  }

  @Test
  void groups_without_a_user_are_refused() {
    assertEquals(
        "invalid configuration: requesting uid, groups or user-extra for other without"
            + " impersonating a user",
        home.error(
            new ClusterOptions(
                new Selection("", "", "", "other"),
                Server.NONE,
                Login.NONE,
                new Impersonation("", "", List.of("g")),
                "")));
  }

  @Test
  @Tag("K-136")
  void a_plugin_that_is_not_described_whole_is_refused() {
    home.file(
        "k",
        """
        clusters: [{name: c, cluster: {server: s}}]
        users:
        - {name: a, user: {exec: {env: [{value: x}]}}}
        - name: b
          user:
            exec: {apiVersion: client.authentication.k8s.io/v1, command: x, interactiveMode: Some}
        """);
    String end = " must be specified for a to use exec authentication plugin";
    assertEquals(
        "invalid configuration: [command%1$s, apiVersion%1$s, env variable name%1$s,".formatted(end)
            + " interactiveMode%s]".formatted(end),
        home.error(Home.with(new Selection("k", "", "c", "a"))));
    assertEquals(
        "invalid configuration: invalid interactiveMode for b: \"Some\"",
        home.error(Home.with(new Selection("k", "", "c", "b"))));
  }
}
