package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.Outcomes.failed;
import static dev.signet.controller.reconcile.Outcomes.opened;
import static dev.signet.controller.reconcile.Outcomes.unseal;
import static dev.signet.controller.reconcile.SealedSecretBuilder.KEY;
import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.reconcile.Unsealing.Failed;
import dev.signet.crypto.Scope;
import dev.signet.crypto.Scope.ClusterWide;
import dev.signet.crypto.Scope.NamespaceWide;
import dev.signet.crypto.Scope.Strict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is said of items that do not open. */
final class FaultyItemsTest {
  @Test
  @Tag("C-113")
  @Tag("C-195")
  void whatever_does_not_open_does_not_open_in_the_same_words() {
    String good = SomeKeys.seal(SomeKeys.A, STRICT, "1");
    for (String sealed :
        new String[] {
          "",
          "AA==",
          good.substring(0, 100),
          good.substring(0, good.length() - 4),
          "AAAA" + good.substring(4),
          SomeKeys.seal(SomeKeys.A, new Strict("team-b", "creds"), "1")
        }) {
      assertEquals(
          "no key could decrypt secret (k)",
          failed(sealedSecret().text("k", sealed)).words(),
          sealed);
    }
  }

  @Test
  @Tag("C-114")
  void what_is_not_base64_is_told_with_the_place() {
    Cause cause = failed(sealedSecret().text("k", "AAAA*").item("good", "1"));
    assertEquals("illegal base64 data at input byte 4 (k)", cause.words());
    assertEquals(Reason.ILLEGAL_BASE64, cause.reason());
    assertEquals("Failed to unseal: illegal base64 data at input byte 4 (k)", cause.event());
  }

  @Test
  @Tag("C-115")
  @Tag("C-116")
  void several_faults_are_one_line_in_a_fixed_order() {
    for (int turn = 0; turn < 20; turn++) {
      assertEquals(
          "illegal base64 data at input byte 0 (notb64); item is not a string (amap);"
              + " no key could decrypt secret (short, x1)",
          failed(shuffled(turn)).words());
    }
  }

  @Test
  @Tag("C-117")
  @Tag("C-118")
  void items_that_are_no_strings_are_named_and_null_is_none() {
    SealedSecretBuilder object = sealedSecret().item("good", "1");
    ObjectNode items = object.spec().withObject("encryptedData");
    items.putNull("anull");
    opened(object);
    items.put("anumber", 7).put("abool", true).putObject("amap");
    Cause cause = failed(object);
    assertEquals("item is not a string (abool, amap, anumber)", cause.words());
    assertEquals(Reason.ITEM_IS_NO_STRING, cause.reason());
  }

  @Test
  @Tag("C-182")
  void a_malformed_object_fails_with_the_name_of_the_field() {
    SealedSecretBuilder object = sealedSecret().item("good", "1");
    object.template().withObject("metadata").put("creationTimestamp", "garbage");
    Cause cause = failed(object);
    assertEquals(Reason.MALFORMED, cause.reason());
    assertEquals(
        "spec.template.metadata.creationTimestamp must be a time such as" + " 2006-01-02T15:04:05Z",
        cause.words());
  }

  @Test
  @Tag("C-115")
  void whatever_items_are_called_and_whatever_is_wrong_with_them_it_is_one_line_of_some_length() {
    SealedSecretBuilder object = sealedSecret().text("a\nlevel=ERROR\u2028b", "!");
    assertTrue(failed(object).words().startsWith("illegal base64 data at input byte 0 (a?level"));
    for (int i = 1; i < 3000; i++) {
      object.text("item-" + i, "A".repeat(i) + "!");
    }
    String words = failed(object).words();
    assertTrue(words.length() < 5000 && words.lines().count() == 1, words);
  }

  @Test
  @Tag("C-115")
  void the_names_of_thousands_of_items_are_cut() {
    SealedSecretBuilder object = sealedSecret();
    IntStream.range(0, 2000).forEach(i -> object.text("item-%04d".formatted(i), "*"));
    String words = failed(object).words();
    assertEquals(true, words.length() < 2100, words);
    assertEquals(true, words.endsWith(", ... of 2000 items)"), words);
  }

  @Test
  @Tag("C-113")
  void the_keys_that_were_tried_are_named_apart_from_the_words() {
    Cause cause = failed(sealedSecret().text("k", seal(new Strict("team-b", "creds"))));
    assertEquals("no key could decrypt secret (k)", cause.status());
    assertEquals(
        "no key could decrypt secret (k): sealed with another key than %s, %s, or for another name"
                .formatted(SomeKeys.A.fingerprint(), SomeKeys.B.fingerprint())
            + " or namespace",
        cause.withAdvice());
    assertEquals(
        "there is no sealing key",
        assertInstanceOf(
                Failed.class, unseal(sealedSecret().item("k", "v").tree(), SomeKeys.ring()))
            .cause()
            .advice());
  }

  @Test
  @Tag("C-110")
  @Tag("C-113")
  void a_missing_scope_annotation_is_named() {
    Cause namespaced = failed(sealedSecret().text("k", seal(new NamespaceWide(KEY.namespace()))));
    assertEquals(Reason.WRONG_SCOPE, namespaced.reason());
    assertEquals("no key could decrypt secret (k)", namespaced.status());
    assertEquals(
        "item k is sealed namespace-wide, and the annotation"
            + " sealedsecrets.bitnami.com/namespace-wide=true is missing",
        namespaced.advice());
    assertEquals(
        "item k is sealed cluster-wide, and the annotation"
            + " sealedsecrets.bitnami.com/cluster-wide=true is missing",
        failed(sealedSecret().text("k", seal(new ClusterWide()))).advice());
    assertEquals(
        "item k is sealed for this name alone, and an annotation says a wider scope",
        failed(sealedSecret().item("k", "v").annotation(Scope.CLUSTER_WIDE, "true")).advice());
  }

  @Test
  @Tag("C-113")
  void each_item_is_looked_at_for_its_scope() {
    SealedSecretBuilder object =
        sealedSecret()
            .text("a", seal(new Strict("team-b", "creds")))
            .text("b", seal(new ClusterWide()))
            .text("c", seal(new NamespaceWide(KEY.namespace())))
            .text("d", seal(new ClusterWide()));
    Cause cause = failed(object);
    assertEquals(Reason.WRONG_SCOPE, cause.reason());
    assertEquals(
        "items b, d are sealed cluster-wide, and the annotation"
            + " sealedsecrets.bitnami.com/cluster-wide=true is missing; item c is sealed"
            + " namespace-wide, and the annotation sealedsecrets.bitnami.com/namespace-wide=true"
            + " is missing; item a is sealed with no key of here, or for another name or namespace",
        cause.advice());
  }

  @Test
  @Tag("C-113")
  void of_thousands_of_items_only_the_first_are_looked_at() {
    SealedSecretBuilder object = sealedSecret();
    String elsewhere = seal(new Strict("team-b", "creds"));
    IntStream.range(0, 100).forEach(i -> object.text("item-%03d".formatted(i), elsewhere));
    object.text("z", seal(new ClusterWide()));
    assertEquals(Reason.NO_KEY_FITS, failed(object).reason());
    object.text("a", seal(new ClusterWide()));
    assertEquals(Reason.WRONG_SCOPE, failed(object).reason());
  }

  @Test
  @Tag("C-184")
  void nothing_is_told_of_other_names_and_namespaces() {
    for (Scope scope :
        new Scope[] {
          new Strict("team-b", KEY.name()),
          new Strict(KEY.namespace(), "other"),
          new NamespaceWide("team-b")
        }) {
      Cause cause = failed(sealedSecret().text("k", seal(scope)));
      assertEquals(Reason.NO_KEY_FITS, cause.reason());
      assertEquals(false, cause.withAdvice().contains("team-b"));
    }
  }

  private static final Strict STRICT = new Strict(KEY.namespace(), KEY.name());

  private static SealedSecretBuilder shuffled(int seed) {
    SealedSecretBuilder object = sealedSecret();
    List<Runnable> puts =
        new ArrayList<>(
            List.of(
                () -> object.text("x1", SomeKeys.seal(SomeKeys.A, new ClusterWide(), "1")),
                () -> object.text("notb64", "***"),
                () -> object.text("short", "AA=="),
                () -> object.item("good", "1"),
                () -> object.spec().withObject("encryptedData").withObject("amap").put("a", "b")));
    Collections.shuffle(puts, new Random(seed));
    puts.forEach(Runnable::run);
    return object;
  }

  private static String seal(Scope scope) {
    return SomeKeys.seal(SomeKeys.A, scope, "v");
  }
}
