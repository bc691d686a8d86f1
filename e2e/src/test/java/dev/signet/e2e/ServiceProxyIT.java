package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Command;
import dev.signet.e2e.cluster.Command.Ran;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kubeseal;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.cluster.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/**
 * The packaged command finds the controller by itself, through the API server's service proxy; so
 * does the real one that {@code -Dsignet.peer} names.
 */
final class ServiceProxyIT {
  @RegisterExtension
  static final Signet signet =
      Signet.withKeys("key-a", "key-b").flags("--rate-limit=100", "--rate-limit-burst=100");

  private static final String USER =
      """
      cd "$FOLDER"
      secret() { kubectl create secret generic db -n "$NAMESPACE" --from-literal="$1" --dry-run=client -o yaml; }
      secret password=s3cret | kubeseal -o yaml -w sealed.yaml
      sed -i '2i # ours' sealed.yaml
      secret user=ann | kubeseal --merge-into sealed.yaml
      kubeseal --validate <sealed.yaml && echo validated
      sed 's/name: db/name: other/' sealed.yaml | kubeseal --validate || echo refused
      cp sealed.yaml before.yaml
      kubeseal --re-encrypt -f sealed.yaml
      ! diff -q before.yaml sealed.yaml >differ
      diff <(grep -v ': A[gQ]' before.yaml) <(grep -v ': A[gQ]' sealed.yaml) && echo kept
      kubeseal --validate <sealed.yaml && echo validated
      """;

  private final Namespace namespace = signet.namespace();

  @BeforeEach
  void leadTheServiceToTheController() {
    if (isHere()) {
      Testbed.expose(signet.installation().own(), signet.controller().port());
    }
  }

  private static boolean isHere() {
    if (Testbed.current().isEmpty()) {
      System.out.println("no testbed leads a Service to this machine: 0 requests by way of one");
    }
    return Testbed.current().isPresent();
  }

  @Test
  @Tag("C-166")
  void every_command_fetches_the_certificate_and_seals_without_a_file() {
    if (!isHere()) {
      return;
    }
    for (String program : programs()) {
      assertEquals(
          signet.controller().get("/v1/cert.pem"), kubeseal(program, "", "--fetch-cert").out());
      String name = "near-" + programs().indexOf(program);
      namespace.apply(seal(program, name));
      namespace.awaitSecret(name, Map.of("k", "v"));
    }
  }

  @Test
  @Tag("C-151")
  @Tag("C-152")
  @Tag("C-153")
  void every_command_validates() {
    if (!isHere()) {
      return;
    }
    for (String program : programs()) {
      String sealed = seal(program, "good");
      assertEquals(0, kubeseal(program, sealed, "--validate").exit());
      Ran moved = kubeseal(program, sealed.replace("name: good", "name: other"), "--validate");
      assertTrue(moved.err().startsWith("error: unable to decrypt sealed secret"), moved.err());
      assertNotEquals(0, moved.exit());
    }
  }

  @Test
  @Tag("C-155")
  @Tag("C-156")
  @Tag("C-160")
  void every_command_encrypts_anew_and_what_comes_back_is_unsealed() {
    if (!isHere()) {
      return;
    }
    for (String program : programs()) {
      String name = "again-" + programs().indexOf(program);
      ObjectNode sealed =
          signet.sealing().sealedSecret(namespace.name(), name, Map.of("k", "v", "l", "w"));
      sealed.withObject("metadata").withObject("labels").put("own", "label");
      sealed.withObject("spec").withObject("template").put("type", "example.com/some");
      Ran ran = kubeseal(program, sealed.toString(), "--re-encrypt", "-o", "json");
      assertEquals(0, ran.exit(), ran.err());
      ObjectNode again = (ObjectNode) Json.read(ran.out());
      for (String item : List.of("k", "l")) {
        String path = "/spec/encryptedData/" + item;
        assertNotEquals(sealed.at(path), again.at(path));
      }
      assertEquals("label", again.at("/metadata/labels/own").asString());
      assertEquals("example.com/some", again.at("/spec/template/type").asString());
      namespace.apply(ran.out());
      namespace.awaitSecret(name, Map.of("k", "v", "l", "w"));
    }
  }

  @Test
  @Tag("C-194")
  @Tag("C-207")
  void everybody_who_is_logged_in_may_ask_until_the_binding_is_removed() {
    if (!isHere()) {
      return;
    }
    String sealed =
        signet.sealing().sealedSecret(namespace.name(), "asked", Map.of("k", "v")).toString();
    Namespace own = signet.installation().own();
    assertEquals(0, askAs("somebody", own, sealed).exit());
    String binding =
        own.kubectl("get", "rolebinding", "sealed-secrets-service-proxier", "-o", "json");
    own.kubectl("delete", "rolebinding", "sealed-secrets-service-proxier");
    try {
      Ran refused =
          Await.until(
              "it is refused",
              Duration.ofSeconds(20),
              () -> askAs("somebody", own, sealed),
              it -> it.exit() != 0);
      assertTrue(refused.err().contains("Forbidden"), refused.err());
    } finally {
      ObjectNode again = (ObjectNode) Json.read(binding);
      again.withObject("metadata").remove(List.of("uid", "resourceVersion", "creationTimestamp"));
      own.apply(again.toString());
    }
  }

  private static Ran askAs(String user, Namespace own, String body) {
    return Command.of(
            "kubectl",
            "--as=" + user,
            "--as-group=system:authenticated",
            "create",
            "--raw",
            "/api/v1/namespaces/%s/services/http:sealed-secrets-controller:/proxy/v1/verify"
                .formatted(own.name()),
            "-f",
            "-")
        .input(body)
        .run();
  }

  private static List<String> programs() {
    List<String> programs = new ArrayList<>(List.of(Kubeseal.program()));
    String peer = System.getProperty("signet.peer", "");
    if (peer.isEmpty()) {
      System.out.println("kubeseal through the service proxy: peer absent: 0 compared");
    } else {
      programs.add(peer);
    }
    return programs;
  }

  private static Ran kubeseal(String program, String input, String... flags) {
    List<String> words =
        Stream.concat(
                Stream.of(program, "--controller-namespace", signet.installation().own().name()),
                Stream.of(flags))
            .toList();
    return Command.of(words).input(input).run();
  }

  private String seal(String program, String name) {
    String secret =
        """
        {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "%s", "namespace": "%s"},
         "stringData": {"k": "v"}}
        """
            .formatted(name, namespace.name());
    return kubeseal(program, secret, "-o", "yaml").out();
  }

  /** What is typed from the first Secret to the newest key. */
  @Test
  @Tag("K-142")
  @Tag("K-143")
  @Tag("K-144")
  void the_command_merges_validates_and_encrypts_again_without_a_file() throws IOException {
    if (!isHere()) {
      return;
    }
    Path folder = Files.createTempDirectory("user");
    Ran ran =
        Command.of("bash", "-euo", "pipefail", "-c", USER)
            .with("FOLDER", folder.toString())
            .with("PATH", Path.of(Kubeseal.program()).getParent() + ":" + System.getenv("PATH"))
            .with("SEALED_SECRETS_CONTROLLER_NAMESPACE", signet.installation().own().name())
            .with("NAMESPACE", namespace.name())
            .run();
    assertEquals(0, ran.exit(), ran.err());
    assertEquals("validated\nrefused\nkept\nvalidated\n", ran.out());
    assertEquals(
        """
        error: unable to decrypt sealed secret: other
        hint: seal it again for this cluster, under this namespace, name and scope
        """,
        ran.err());
    namespace.apply(Files.readString(folder.resolve("sealed.yaml")));
    namespace.awaitSecret("db", Map.of("password", "s3cret", "user", "ann"));
  }
}
