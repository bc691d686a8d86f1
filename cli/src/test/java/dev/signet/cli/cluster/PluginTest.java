package dev.signet.cli.cluster;

import static dev.signet.cli.cluster.Bench.PROXY;
import static dev.signet.cli.cluster.Bench.SERVICE;
import static dev.signet.cli.cluster.Bench.SERVICE_JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.cli.kubeconfig.ClusterEntry;
import dev.signet.cli.kubeconfig.CredentialSource.Dealings;
import dev.signet.cli.kubeconfig.CredentialSource.ExecPlugin;
import dev.signet.cli.terminal.Terminal;
import dev.signet.cli.terminal.Terminal.Place;
import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.FakeApiServer.Reply;
import dev.signet.cli.vectors.FakeApiServer.Route;
import dev.signet.cli.vectors.TlsKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-136")
final class PluginTest {
  private static final String V1 = "client.authentication.k8s.io/v1";
  private static final String BETA = "client.authentication.k8s.io/v1beta1";
  private static final String UNCHECKED = "insecure-skip-tls-verify: true";

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void set_up() {
    bench = new Bench(folder, FakeApiServer.https(TlsKeys.server(), false)).serveAll();
    bench.variable("PATH", folder + ":/usr/bin:/bin");
  }

  @AfterEach
  void tear_down() {
    bench.close();
  }

  private static String exec(String more) {
    return "exec: {apiVersion: %s, interactiveMode: Never, command: plugin, %s}"
        .formatted(V1, more);
  }

  private Bench prints(String output) {
    return bench.program("plugin", "cat <<'END'\n" + output + "\nEND");
  }

  private static String credential(String version, String status) {
    return "{\"kind\":\"ExecCredential\",\"apiVersion\":\"%s\",\"status\":%s}"
        .formatted(version, status);
  }

  @Test
  void a_plugin_is_told_what_it_needs_and_answers_with_a_token() {
    bench.program(
        "plugin",
        """
        echo "$KUBERNETES_EXEC_INFO|$1|$2|$A|$HOME" > asked
        echo 'open the browser' >&2
        echo '%s'"""
            .formatted(credential(V1, "{\"token\":\"t\"}")));
    bench.configure(UNCHECKED, exec("args: [a, 'b c'], env: [{name: A, value: '1'}]")).controller();
    assertEquals("Bearer t", bench.sent("Authorization").getLast());
    assertEquals(
        "{\"kind\":\"ExecCredential\",\"apiVersion\":\"%s\",\"spec\":{\"interactive\":false}}|a|b c|1|%s\n"
            .formatted(V1, folder),
        bench.read("asked"));
    assertEquals("open the browser\n", bench.err());
  }

  @Test
  void the_folder_of_the_process_may_be_known_by_no_name() throws UnusableException {
    bench.program("plugin", "echo '" + credential(V1, "{\"token\":\"t\"}") + "'");
    Terminal usual = bench.surroundings().terminal();
    Terminal nameless =
        new Terminal(
            usual.in(), usual.out(), usual.err(), new Place(Path.of(""), usual.env()), Set.of());
    TlsReader tls = new TlsReader(ClusterEntry.NONE.trust(), nameless);
    ExecPlugin plugin =
        new ExecPlugin(V1, List.of("plugin"), List.of(), new Dealings("Never", false), "");
    Identity identity = new PluginRun(nameless, new PluginForm(ClusterEntry.NONE, tls)).run(plugin);
    assertEquals(Optional.of("Bearer t"), identity.authorization());
  }

  @Test
  void one_that_asks_is_told_about_the_cluster() {
    bench.program(
        "plugin",
        "printf %s \"$KUBERNETES_EXEC_INFO\" > asked; echo '"
            + credential(BETA, "{\"token\":\"t\"}")
            + "'");
    bench.configure(
        "certificate-authority-data: %s, tls-server-name: kubernetes.example, proxy-url: 'http://p:1', extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: x}}]"
            .formatted(base64(TlsKeys.pem("tls-ca.crt"))),
        "exec: {apiVersion: %s, command: ./../plugin, provideClusterInfo: true}".formatted(BETA));
    bench.find(Bench.USUAL);
    assertEquals(
        ("{\"kind\":\"ExecCredential\",\"apiVersion\":\"%s\",\"spec\":{\"cluster\":{\"server\":\"%s\","
                + "\"tls-server-name\":\"kubernetes.example\",\"certificate-authority-data\":\"%s\","
                + "\"proxy-url\":\"http://p:1\",\"config\":{\"audience\":\"x\"}},\"interactive\":false}}")
            .formatted(BETA, bench.server.url(), base64(TlsKeys.pem("tls-ca.crt"))),
        bench.read("asked"));
  }

  private static String base64(String text) {
    return java.util.Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  @Tag("K-138")
  void a_plugin_may_hand_out_a_client_certificate() {
    try (Bench strict = new Bench(folder, FakeApiServer.https(TlsKeys.server(), true)).serveAll()) {
      String status =
          "{\"clientCertificateData\":\"%s\",\"clientKeyData\":\"%s\"}"
              .formatted(json(TlsKeys.pem("tls-client.crt")), json(TlsKeys.pem("tls-client.key")));
      prints(credential(V1, status));
      strict.variable("PATH", folder + ":/usr/bin:/bin").configure(UNCHECKED, exec(""));
      assertEquals("PEM", strict.certificate());
    }
  }

  private static String json(String text) {
    return text.replace("\n", "\\n");
  }

  @Test
  void what_the_user_has_himself_spares_the_plugin() {
    bench.program("plugin", "touch asked");
    bench.configure(UNCHECKED, "token: own, " + exec("")).controller();
    assertEquals("Bearer own", bench.sent("Authorization").getLast());
    assertFalse(folder.resolve("asked").toFile().exists());
  }

  @Test
  void credentials_that_have_run_out_are_asked_for_again() {
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    bench.clock(Clock.fixed(now, ZoneOffset.UTC));
    bench.program(
        "plugin",
        "echo x >> asked; echo '"
            + credential(
                V1,
                "{\"token\":\"t'$(wc -l < asked)'\",\"expirationTimestamp\":\"2029-12-31T23:59:59Z\"}")
            + "'");
    bench.configure(UNCHECKED, exec(""));
    assertEquals("PEM", bench.certificate());
    assertEquals(List.of("Bearer t2", "Bearer t3"), bench.sent("Authorization"));
  }

  @Test
  void one_run_is_enough_while_they_last() {
    bench.program("plugin", "echo x >> asked; echo '" + credential(V1, "{\"token\":\"t\"}") + "'");
    bench.serve(
        Route.get(SERVICE, Reply.json(200, SERVICE_JSON)),
        Route.post(PROXY + "/v1/verify", Reply.ok("")));
    Controller controller = bench.configure(UNCHECKED, exec("")).controller();
    controller.verify("{}");
    controller.verify("{}");
    assertEquals("x\n", bench.read("asked"));
  }

  @Test
  void a_missing_one_is_named_and_its_hint_told() {
    bench.configure(UNCHECKED, exec("installHint: \"get it:\\n\\n  brew \\e[1minstall\\n\""));
    Fault fault = bench.fault();
    assertEquals("getting credentials: exec: executable plugin not found", fault.error());
    assertEquals(
        List.of(
            "the kubeconfig's user needs this credential plugin; install it",
            "get it:",
            "brew  [1minstall"),
        fault.hints());
  }

  @Test
  void failures_are_named() {
    bench.program("plugin", "exit 3");
    assertEquals("exec: executable plugin failed with exit code 3", failure());
    prints("geheim");
    assertEquals("decoding stdout: the plugin printed no ExecCredential", failure());
    prints("{\"kind\":\"ExecCredential\"}");
    assertEquals("decoding stdout: the plugin printed no ExecCredential", failure());
    prints(credential(BETA, "{\"token\":\"t\"}"));
    assertEquals(
        "exec plugin is configured to use API version %s, plugin returned version %s"
            .formatted(V1, BETA),
        failure());
    prints(credential(V1, "null"));
    assertEquals("exec plugin didn't return a status field", failure());
    prints(credential(V1, "{}"));
    assertEquals("exec plugin didn't return a token or cert/key pair", failure());
    prints(credential(V1, "{\"clientKeyData\":\"geheim\"}"));
    assertEquals("exec plugin returned only certificate or key, not both", failure());
    prints(credential(V1, "{\"clientCertificateData\":\"x\",\"clientKeyData\":\"geheim\"}"));
    assertEquals("tls: failed to find any PEM data in certificate input", failure());
    prints(credential(V1, "{\"token\":\"t\",\"expirationTimestamp\":\"soon\"}"));
    assertEquals("decoding stdout: expirationTimestamp is no time", failure());
  }

  private String failure() {
    String error = bench.configure(UNCHECKED, exec("")).fault().error();
    assertEquals("getting credentials: ", error.substring(0, "getting credentials: ".length()));
    return error.substring("getting credentials: ".length());
  }

  @Test
  void an_unknown_version_and_a_terminal_that_is_not_there_are_refused() {
    prints("");
    bench.configure(UNCHECKED, "exec: {apiVersion: v9, interactiveMode: Never, command: plugin}");
    assertEquals(
        "getting credentials: exec plugin: invalid apiVersion \"v9\"", bench.fault().error());
    bench.configure(
        UNCHECKED,
        "exec: {apiVersion: %s, interactiveMode: Always, command: plugin}".formatted(V1));
    assertEquals(
        "getting credentials: exec plugin cannot support interactive mode: standard input is not a"
            + " terminal",
        bench.fault().error());
  }
}
