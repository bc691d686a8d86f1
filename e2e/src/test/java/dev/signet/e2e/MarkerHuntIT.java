package dev.signet.e2e;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Definition;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.fault.Marker;
import dev.signet.e2e.oracle.Sealing;
import dev.signet.e2e.oracle.Sealing.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plaintext goes through every way of failing, and must come out of none. */
final class MarkerHuntIT {
  @RegisterExtension
  static final Signet signet =
      Signet.withKeys("key-a")
          .flags("--log-level=DEBUG", "--rate-limit=100", "--rate-limit-burst=100");

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
  private final Sealing sealing = signet.sealing();
  private final Map<String, Marker> markers = new LinkedHashMap<>();
  private final List<String> answers = new ArrayList<>();

  @Test
  @Tag("C-128")
  @Tag("C-132")
  @Tag("C-181")
  void no_marker_comes_out_anywhere() {
    immutable();
    typeChange();
    refusedByTheApiServer();
    foreign();
    besideBrokenItems();
    wrongScope();
    template();
    deprecatedData();
    Map<String, Marker> failing = new LinkedHashMap<>(markers);
    refusedByPolicy();
    overHttp();
    conflict();
    drift();

    failing.keySet().forEach(it -> namespace.awaitSynced(it, "False"));
    assertFalse(failing.isEmpty());
    Await.pause(Duration.ofSeconds(3));
    Map<String, String> places = places();
    places.forEach((place, text) -> assertFalse(text.isEmpty(), place + " is empty"));
    List<String> found = new ArrayList<>();
    markers.forEach(
        (path, marker) ->
            places.forEach(
                (place, text) ->
                    marker
                        .in(text)
                        .forEach(form -> found.add(path + " in " + place + ": " + form))));
    assertEquals(List.of(), found);
    // A parser of the API server quotes the one that it stumbles over.
    places.forEach((place, text) -> assertFalse(text.contains("invalid character"), place));
    System.out.printf(
        "%d markers on %d ways, looked for in %d characters: none%n",
        markers.size(), markers.size(), places.values().stream().mapToInt(String::length).sum());
  }

  /** Everything that the controller says to anybody. */
  private Map<String, String> places() {
    return Map.of(
        "the log", signet.controller().log(),
        "the metrics", signet.controller().metrics(),
        "/readyz", signet.controller().get("/readyz"),
        "the answers", String.join("\n", answers),
        "Events", signet.cluster().list(Kind.EVENT, namespace.name()).toString(),
        "statuses",
            signet.cluster().list(Kind.SEALED_SECRET, namespace.name()).stream()
                .map(it -> it.path("status"))
                .toList()
                .toString());
  }

  /** Those that open, those that do not, and bodies that are no SealedSecret. */
  private void overHttp() {
    ObjectNode good = sealed("http-opens");
    ObjectNode moved = sealed("http-moved");
    moved.withObject("metadata").put("name", "elsewhere");
    ObjectNode template = sealed("http-template");
    template
        .withObject("spec")
        .set("template", Json.tree(Map.of("data", Map.of("out", "{{ fail .k }}"))));
    String marker = mark("http-body").text();
    for (String path : List.of("/v1/verify", "/v1/rotate")) {
      for (String body :
          List.of(
              good.toString(),
              moved.toString(),
              template.toString(),
              "",
              marker,
              "{\"kind\": \"" + marker + "\"}",
              "a: {{ " + marker + " }}",
              "!!" + marker + " x",
              good.toString().replace("AQ", marker),
              "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  labels: ["
                  + marker
                  + "]")) {
        answers.add(signet.controller().post(path, body));
      }
    }
  }

  private void immutable() {
    ObjectNode object = sealed("immutable");
    object.withObject("spec").withObject("template").put("immutable", true);
    create(object);
    namespace.awaitSynced("immutable", "True");
    change("immutable");
  }

  private void typeChange() {
    create(sealed("type"));
    namespace.awaitSynced("type", "True");
    namespace.merge(
        Kind.SEALED_SECRET, "type", "{\"spec\": {\"template\": {\"type\": \"example.com/new\"}}}");
  }

  private void refusedByTheApiServer() {
    create(withTemplate("tls", Map.of("type", "kubernetes.io/tls")));
    create(
        withTemplate(
            "docker", Map.of("type", "kubernetes.io/dockerconfigjson"), ".dockerconfigjson"));
    create(withTemplate("docker-old", Map.of("type", "kubernetes.io/dockercfg"), ".dockercfg"));
    create(withTemplate("label", Map.of("metadata", Map.of("labels", Map.of("l", "not valid!")))));
    create(withTemplate("item-name", Map.of(), "not valid!"));
    Marker marker = mark("large");
    String large = marker.text().repeat(33_000);
    create(sealing.sealedSecret(namespace.name(), "large", Map.of("k", large)));
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
    create(sealed("policy"));
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
    create(sealed("foreign"));
  }

  private void besideBrokenItems() {
    ObjectNode base64 = sealed("no-base64");
    items(base64).put("bad", "!");
    create(base64);
    ObjectNode wrong = sealed("wrong-key");
    items(wrong).put("bad", "AAAA");
    create(wrong);
    ObjectNode odd = sealed("no-strings");
    items(odd).put("number", 7).put("bool", true).putObject("map");
    Definition.loosen(signet.cluster());
    try {
      create(odd);
      namespace.awaitSynced("no-strings", "False");
    } finally {
      Definition.tighten(signet.cluster());
    }
  }

  private void wrongScope() {
    for (Scope scope : List.of(Scope.CLUSTER_WIDE, Scope.NAMESPACE_WIDE)) {
      String name = scope == Scope.CLUSTER_WIDE ? "cluster-wide" : "namespace-wide";
      ObjectNode object =
          sealing.sealedSecret(namespace.name(), name, Map.of("k", mark(name).text()), scope);
      object.withObject("metadata").remove("annotations");
      create(object);
    }
    ObjectNode moved = sealed("moved");
    moved.withObject("metadata").put("name", "moved-away");
    markers.put("moved-away", requireNonNull(markers.remove("moved")));
    create(moved);
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
    texts.forEach(
        (name, text) ->
            create(withTemplate("template-" + name, Map.of("data", Map.of("out", text)))));
  }

  private void deprecatedData() {
    Marker marker = mark("deprecated");
    ObjectNode object = sealing.sealedSecret(namespace.name(), "deprecated", Map.of());
    object
        .withObject("spec")
        .put(
            "data",
            sealing.item(namespace.name() + "/deprecated", "{\"kind\": 7, " + marker.text()));
    create(object);
  }

  /** Somebody writes to the Secret all the time while the SealedSecret changes. */
  private void conflict() {
    create(sealed("conflict"));
    namespace.awaitSynced("conflict", "True");
    for (int i = 0; i < 40; i++) {
      if (i % 4 == 0) {
        change("conflict");
      }
      namespace.merge(
          Kind.SECRET, "conflict", "{\"metadata\": {\"annotations\": {\"i\": \"" + i + "\"}}}");
    }
  }

  private void drift() {
    create(sealed("drift"));
    namespace.awaitSynced("drift", "True");
    namespace.merge(Kind.SECRET, "drift", "{\"data\": {\"k\": \"YnkgaGFuZA==\"}}");
    namespace.awaitSecret("drift", Map.of("k", marker("drift").text()));
  }

  private void change(String name) {
    String item = sealing.item(namespace.name() + "/" + name, marker(name).text() + Math.random());
    namespace.merge(
        Kind.SEALED_SECRET,
        name,
        Json.tree(Map.of("spec", Map.of("encryptedData", Map.of("k", item)))).toString());
  }

  private Marker mark(String name) {
    Marker marker = Marker.random();
    markers.put(name, marker);
    return marker;
  }

  private Marker marker(String name) {
    return requireNonNull(markers.get(name));
  }

  private ObjectNode sealed(String name) {
    return sealing.sealedSecret(namespace.name(), name, Map.of("k", mark(name).text()));
  }

  private ObjectNode withTemplate(String name, Map<String, Object> template) {
    return withTemplate(name, template, "k");
  }

  private ObjectNode withTemplate(String name, Map<String, Object> template, String item) {
    ObjectNode object =
        sealing.sealedSecret(namespace.name(), name, Map.of(item, mark(name).text()));
    object.withObject("spec").set("template", Json.tree(template));
    return object;
  }

  private static ObjectNode items(ObjectNode object) {
    return object.withObject("spec").withObject("encryptedData");
  }

  private void create(ObjectNode object) {
    namespace.create(Kind.SEALED_SECRET, object);
  }
}
