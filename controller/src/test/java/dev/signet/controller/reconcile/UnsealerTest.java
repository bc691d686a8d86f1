package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.Outcomes.both;
import static dev.signet.controller.reconcile.Outcomes.failed;
import static dev.signet.controller.reconcile.Outcomes.opened;
import static dev.signet.controller.reconcile.Outcomes.unseal;
import static dev.signet.controller.reconcile.SealedSecretBuilder.KEY;
import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.signet.controller.reconcile.Unsealing.Failed;
import dev.signet.controller.reconcile.Unsealing.Opened;
import dev.signet.controller.reconcile.Unsealing.Postponed;
import dev.signet.crds.SealedSecret;
import dev.signet.crypto.Scope;
import dev.signet.crypto.Scope.ClusterWide;
import dev.signet.crypto.Scope.NamespaceWide;
import dev.signet.crypto.Scope.Strict;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class UnsealerTest {
  private static final Strict STRICT = new Strict(KEY.namespace(), KEY.name());

  @Test
  @Tag("C-72")
  @Tag("C-75")
  void items_and_the_templates_labels_and_annotations_make_the_secret() {
    Wanted wanted =
        opened(
                sealedSecret()
                    .item("a", "1")
                    .item("b", "")
                    .label("of-the", "object")
                    .annotation("of-the", "object")
                    .templateLabel("l", "x")
                    .templateAnnotation("n", "y"))
            .wanted();
    assertEquals(Map.of("a", "1", "b", ""), texts(wanted));
    assertEquals(Map.of("l", "x"), wanted.content().labels());
    assertEquals(Map.of("n", "y"), wanted.content().annotations());
    assertEquals("uid-sealed", wanted.ownerUid());
    assertNull(wanted.type());
    assertFalse(wanted.immutable());
  }

  @Test
  @Tag("C-76")
  @Tag("C-77")
  @Tag("C-78")
  @Tag("C-187")
  void all_other_metadata_of_the_template_is_left_out() {
    SealedSecretBuilder odd = sealedSecret().item("a", "1");
    odd.template()
        .withObject("metadata")
        .put("name", "other")
        .put("namespace", "elsewhere")
        .put("generateName", "gen-")
        .put("resourceVersion", "123")
        .putArray("finalizers")
        .add("example.com/hold");
    assertEquals(KEY, opened(odd).wanted().key());
    assertEquals(
        Set.of("namespace", "name", "ownerReferences"),
        SecretBody.create(opened(odd).wanted()).path("metadata").properties().stream()
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  @Test
  @Tag("C-91")
  void a_template_can_ask_for_a_secret_without_owner() {
    String skip = "sealedsecrets.bitnami.com/skip-set-owner-references";
    assertNull(opened(sealedSecret().templateAnnotation(skip, "true")).wanted().ownerUid());
    assertEquals(
        "uid-sealed", opened(sealedSecret().templateAnnotation(skip, "yes")).wanted().ownerUid());
    assertEquals("uid-sealed", opened(sealedSecret().annotation(skip, "true")).wanted().ownerUid());
  }

  @Test
  @Tag("C-120")
  @Tag("C-121")
  void nothing_sealed_is_an_empty_secret() {
    assertEquals(Map.of(), texts(opened(sealedSecret()).wanted()));
    SealedSecretBuilder nulls = sealedSecret();
    nulls.template().putNull("metadata").putNull("data");
    assertEquals(Map.of(), texts(opened(nulls).wanted()));
    SealedSecretBuilder none = sealedSecret();
    none.spec().putNull("template").putNull("encryptedData");
    assertEquals(Map.of(), texts(opened(none).wanted()));
  }

  @Test
  @Tag("C-127")
  void an_item_that_template_data_maps_to_null_is_left_out() {
    SealedSecretBuilder object = sealedSecret().item("a", "1").item("b", "2");
    object.template().withObject("data").putNull("a");
    assertEquals(Map.of("b", "2"), texts(opened(object).wanted()));
  }

  @Test
  @Tag("C-110")
  void the_objects_own_annotations_choose_the_scope() {
    String wide = seal(new ClusterWide());
    String namespaced = seal(new NamespaceWide(KEY.namespace()));
    opened(sealedSecret().text("k", wide).annotation(Scope.CLUSTER_WIDE, "true"));
    opened(sealedSecret().text("k", namespaced).annotation(Scope.NAMESPACE_WIDE, "true"));
    opened(
        sealedSecret()
            .text("k", wide)
            .annotation(Scope.CLUSTER_WIDE, "true")
            .annotation(Scope.NAMESPACE_WIDE, "true"));
    for (String value : new String[] {"True", "1", "yes", ""}) {
      failed(sealedSecret().text("k", wide).annotation(Scope.CLUSTER_WIDE, value));
    }
    failed(sealedSecret().text("k", wide).templateAnnotation(Scope.CLUSTER_WIDE, "true"));
  }

  @Test
  @Tag("C-112")
  void one_object_may_mix_keys() {
    Opened opened =
        opened(
            sealedSecret()
                .text("old", SomeKeys.seal(SomeKeys.A, STRICT, "1"))
                .text("new", SomeKeys.seal(SomeKeys.B, STRICT, "2")));
    assertEquals(Map.of("old", "1", "new", "2"), texts(opened.wanted()));
    assertEquals(
        Map.of("old", SomeKeys.A.fingerprint(), "new", SomeKeys.B.fingerprint()), opened.keys());
  }

  @Test
  @Tag("C-112")
  void a_hint_that_names_no_key_or_the_wrong_one_changes_nothing() {
    SealedSecretBuilder object = sealedSecret().item("a", "1").item("b", "2");
    ObjectNode handled = object.tree();
    handled
        .withObject("status")
        .withObject("signet")
        .put("generation", 1)
        .withObject("keys")
        .put("a", "SHA256:none")
        .put("b", SomeKeys.B.fingerprint().text());
    assertEquals(
        Map.of("a", "1", "b", "2"),
        texts(
            assertInstanceOf(Opened.class, unseal(handled, SomeKeys.ring(SomeKeys.B, SomeKeys.A)))
                .wanted()));
  }

  @Test
  void what_was_opened_prints_redacted() {
    assertFalse(opened(sealedSecret().item("a", "MARKER")).toString().contains("MARKER"));
  }

  @Test
  void any_number_of_large_objects_leaves_workers_for_small_ones() throws InterruptedException {
    Turns turns = new Turns(1);
    Unsealer unsealer = new Unsealer(DeprecatedData.accepted(), turns, SomeKeys.templates());
    SealedSecretBuilder large = sealedSecret();
    for (int i = 0; i < 100; i++) {
      large.text("item-" + i, "AAAA");
    }
    assertInstanceOf(Failed.class, unsealer.unseal(large.build(), both()));
    turns.takeLarge(
        KEY.namespace(),
        () -> {
          assertInstanceOf(Postponed.class, unsealer.unseal(large.build(), both()));
          SealedSecret small = sealedSecret().item("a", "1").build();
          return assertInstanceOf(Opened.class, unsealer.unseal(small, both()));
        });
    assertInstanceOf(Failed.class, unsealer.unseal(large.build(), both()));
  }

  private static String seal(Scope scope) {
    return SomeKeys.seal(SomeKeys.A, scope, "v");
  }

  private static Map<String, String> texts(Wanted wanted) {
    Map<String, String> texts = new TreeMap<>();
    wanted.content().items().forEach((name, it) -> texts.put(name, new String(it.reveal(), UTF_8)));
    return texts;
  }
}
