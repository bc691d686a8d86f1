package dev.signet.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.AuditLog;
import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Definition;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.cluster.Testbed;
import dev.signet.e2e.fault.Marked;
import dev.signet.e2e.fault.Said;
import dev.signet.e2e.oracle.Sealing.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plaintext goes through every way of failing, and must come out of none. */
final class MarkerHuntIT {
  @RegisterExtension
  static final Signet signet = Signet.withKeys("key-a").flags("--log-level=DEBUG");

  private static final String POLICY =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: talks-NAMESPACE}
      spec:
        matchConstraints:
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: NAMESPACE}}
          resourceRules:
          - {apiGroups: [""], apiVersions: [v1], resources: [secrets], operations: [CREATE]}
        matchConditions:
        - {name: name, expression: "object.metadata.name == 'policy'"}
        validations:
        - {expression: "false", messageExpression: "'no ' + string(object.data.k)"}
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: talks-NAMESPACE}
      spec: {policyName: talks-NAMESPACE, validationActions: [Deny]}
      """;

  private final Namespace namespace = signet.namespace();
  private final Marked marked = new Marked(namespace, signet.sealing());
  private final List<String> failing = new ArrayList<>();

  @Test
  @Tag("C-128")
  @Tag("C-132")
  void no_marker_comes_out_anywhere() {
    immutable();
    typeChange();
    refusedByTheApiServer();
    foreign();
    besideBrokenItems();
    malformedBase64();
    wrongScope();
    template();
    deprecatedData();
    refusedByPolicy();
    conflict();
    drift();

    assertFalse(failing.isEmpty());
    failing.forEach(it -> namespace.awaitSynced(it, "False"));
    Await.pause(Duration.ofSeconds(3));
    Map<String, String> places = Said.by(signet);
    places.forEach((place, text) -> assertFalse(text.isEmpty(), place + " is empty"));
    assertEquals(List.of(), marked.foundIn(places));
    // A parser of the API server quotes the one that it stumbles over.
    places.forEach((place, text) -> assertFalse(text.contains("invalid character"), place));
    System.out.printf(
        "%d markers of 32 bytes in %d objects that fail and more, looked for in %d characters: none%n",
        marked.size(), failing.size(), places.values().stream().mapToInt(String::length).sum());
  }

  private void immutable() {
    create(marked.sealed("immutable", Map.of("immutable", true)));
    namespace.awaitSynced("immutable", "True");
    change("immutable");
    failing.add("immutable");
  }

  private void typeChange() {
    create(marked.sealed("type"));
    namespace.awaitSynced("type", "True");
    namespace.merge(
        Kind.SEALED_SECRET, "type", "{\"spec\": {\"template\": {\"type\": \"example.com/new\"}}}");
    failing.add("type");
  }

  private void refusedByTheApiServer() {
    fails(marked.sealed("tls", Map.of("type", "kubernetes.io/tls")));
    docker("docker-bytes", "dockerconfigjson", marked.bytes("docker bytes"));
    docker("docker-letters", "dockerconfigjson", marked.letters("docker letters").getBytes(UTF_8));
    docker("docker-old", "dockercfg", marked.letters("docker old").getBytes(UTF_8));
    fails(marked.sealed("label", Map.of("metadata", Map.of("labels", Map.of("l", "not valid!")))));
    fails(marked.sealed("item-name", "not valid!", marked.bytes("item name")));
    byte[] bytes = marked.bytes("large");
    fails(
        marked.sealed(
            "large", "k", Stream.generate(() -> bytes).limit(33_000).toArray(byte[][]::new)));
  }

  private void docker(String name, String type, byte[] value) {
    ObjectNode object = marked.sealed(name, "." + type, value);
    object.withObject("spec").withObject("template").put("type", "kubernetes.io/" + type);
    fails(object);
  }

  /** One that tells everybody what it saw. */
  private void refusedByPolicy() {
    signet.cluster().apply(POLICY.replace("NAMESPACE", namespace.name()));
    JsonNode secret =
        Json.read("{'metadata': {'name': 'policy'}, 'stringData': {'k': 'v'}}".replace('\'', '"'));
    String path = Kind.SECRET.in(namespace.name()) + "?dryRun=All";
    Await.until(
        "the policy is in force",
        Duration.ofSeconds(60),
        () -> signet.cluster().send("POST", path, secret).status() == 422);
    create(marked.sealed("policy"));
    JsonNode told = namespace.awaitSynced("policy", "False");
    assertTrue(told.path("message").asString().contains("withheld"), told.toString());
    signet
        .cluster()
        .kubectl(
            "delete",
            "validatingadmissionpolicy,validatingadmissionpolicybinding",
            "talks-" + namespace.name());
  }

  private void foreign() {
    namespace.kubectl("create", "secret", "generic", "foreign", "--from-literal=mine=1");
    fails(marked.sealed("foreign"));
  }

  private void besideBrokenItems() {
    ObjectNode wrong = marked.sealed("wrong-key");
    Marked.items(wrong).put("bad", "AAAA");
    fails(wrong);
    ObjectNode odd = marked.sealed("no-strings");
    Marked.items(odd).put("number", 7).put("bool", true).putObject("map");
    Definition.loosen(signet.cluster());
    try {
      fails(odd);
      namespace.awaitSynced("no-strings", "False");
    } finally {
      Definition.tighten(signet.cluster());
    }
  }

  /** Somebody forgot to seal, or pasted half of it: the plaintext is in the item itself. */
  private void malformedBase64() {
    ObjectNode object = marked.sealed("no-base64");
    String base64 = Base64.getEncoder().encodeToString(marked.bytes("in base64 that ends badly"));
    Marked.items(object)
        .put("plain", marked.letters("not sealed at all") + "!")
        .put("bytes", new String(marked.bytes("bytes not sealed at all"), ISO_8859_1) + "!")
        .put("cut", base64.substring(0, 43) + "*");
    fails(object);
  }

  private void wrongScope() {
    for (Scope scope : List.of(Scope.CLUSTER_WIDE, Scope.NAMESPACE_WIDE)) {
      String name = scope == Scope.CLUSTER_WIDE ? "cluster-wide" : "namespace-wide";
      ObjectNode object = marked.sealed(name, scope);
      object.withObject("metadata").remove("annotations");
      fails(object);
    }
    ObjectNode moved = marked.sealed("moved");
    moved.withObject("metadata").put("name", "moved-away");
    fails(moved);
  }

  /** Each of these functions puts its argument into its error. */
  private void template() {
    Map<String, String> texts =
        Map.of(
            "fail", "{{ fail .k }}",
            "index", "{{ index .k \"x\" }}",
            "atoi", "{{ .k.x.y }}",
            "call", "{{ call .k }}",
            "date", "{{ toDate .k | date \"x\" }}",
            "regex", "{{ mustRegexFind .k .k }}{{ fail .k }}",
            "json", "{{ mustFromJson .k }}");
    for (String item : List.of(Marked.BYTES, Marked.LETTERS)) {
      texts.forEach(
          (name, text) ->
              fails(
                  marked.sealed(
                      "template-%s-%s".formatted(name, item),
                      Map.of("data", Map.of("out", text.replace(".k", "." + item))))));
    }
  }

  private void deprecatedData() {
    byte[] begin = "{\"kind\": 7, ".getBytes(UTF_8);
    for (byte[] marker :
        List.of(marked.bytes("deprecated"), marked.letters("old letters").getBytes(UTF_8))) {
      String name = "deprecated-" + failing.size();
      ObjectNode object = marked.sealed(name, "data", begin, marker);
      String sealed = Marked.items(object).path("data").stringValue("");
      object.withObject("spec").remove("encryptedData");
      object.withObject("spec").put("data", sealed).putObject("encryptedData");
      fails(object);
    }
  }

  /** Somebody writes to the Secret all the time while the SealedSecret changes, until they meet. */
  private void conflict() {
    create(marked.sealed("conflict"));
    namespace.awaitSynced("conflict", "True");
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    int writes = 0;
    do {
      change("conflict");
      for (int i = 0; i < 30; i++) {
        String patch = "{\"metadata\": {\"annotations\": {\"i\": \"" + ++writes + "\"}}}";
        namespace.merge(Kind.SECRET, "conflict", patch);
      }
    } while (conflicts() == 0 && System.nanoTime() < end);
    System.out.printf("%d conflicts in %d writes%n", conflicts(), writes);
    assertTrue(conflicts() > 0 || Testbed.current().isEmpty(), "no write met another");
  }

  private long conflicts() {
    return AuditLog.of(signet.installation().user()).stream()
        .filter(it -> it.verb().equals("update") && it.resource().equals("secrets"))
        .filter(it -> it.name().equals("conflict") && it.result().status() == 409)
        .count();
  }

  private void drift() {
    create(marked.sealed("drift"));
    namespace.awaitSynced("drift", "True");
    namespace.merge(Kind.SECRET, "drift", "{\"data\": {\"k\": \"YnkgaGFuZA==\"}}");
    namespace.awaitSecret(
        "drift",
        Map.of(
            Marked.BYTES, marked.of("drift", Marked.BYTES).text(),
            Marked.LETTERS, marked.of("drift", Marked.LETTERS).text()));
  }

  private void change(String name) {
    namespace.merge(Kind.SEALED_SECRET, name, marked.changed(name).toString());
  }

  /** One that can never come to be. */
  private void fails(ObjectNode object) {
    create(object);
    failing.add(object.at("/metadata/name").asString());
  }

  private void create(ObjectNode object) {
    namespace.create(Kind.SEALED_SECRET, object);
  }
}
