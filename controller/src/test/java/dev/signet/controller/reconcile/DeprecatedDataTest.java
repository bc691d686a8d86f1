package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.SealedSecretBuilder.KEY;
import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.reconcile.Unsealing.Failed;
import dev.signet.controller.reconcile.Unsealing.Opened;
import dev.signet.crypto.Scope.ClusterWide;
import dev.signet.crypto.Scope.Strict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DeprecatedDataTest {
  private static final String SECRET =
      """
      {"apiVersion": "v1", "kind": "Secret", "type": "example.com/x", "immutable": true,
       "metadata": {"name": "other", "namespace": "elsewhere", "labels": {"l": "1"},
                    "annotations": {"n": "2"}, "finalizers": ["example.com/hold"]},
       "data": {"a": "MQ==", "none": null}, "stringData": {"b": "2"}}
      """;

  @Test
  @Tag("C-129")
  void the_secret_inside_is_what_is_wanted_at_the_place_of_the_object() {
    SealedSecretBuilder object = data(SECRET);
    object.templateLabel("ignored", "x").type("ignored");
    Wanted wanted = opened(object);
    assertEquals(KEY, wanted.key());
    assertEquals("example.com/x", wanted.type());
    assertTrue(wanted.immutable());
    assertEquals("uid-sealed", wanted.ownerUid());
    assertEquals(Map.of("l", "1"), wanted.content().labels());
    assertEquals(Map.of("n", "2"), wanted.content().annotations());
    assertEquals(
        "{\"a\":\"MQ==\",\"b\":\"Mg==\",\"none\":\"\"}",
        SecretBody.create(wanted).path("data").toString());
  }

  @Test
  @Tag("C-91")
  @Tag("C-129")
  void of_the_template_the_skip_annotation_counts() {
    assertNull(
        opened(
                data(SECRET)
                    .templateAnnotation(
                        "sealedsecrets.bitnami.com/skip-set-owner-references", "true"))
            .ownerUid());
  }

  @Test
  @Tag("C-129")
  void it_is_bound_to_its_scope() {
    Cause cause = failed(sealed(SomeKeys.seal(SomeKeys.A, new ClusterWide(), SECRET)));
    assertEquals("no key could decrypt secret", cause.words());
    assertEquals(Reason.WRONG_SCOPE, cause.reason());
    assertEquals(
        "item data is sealed cluster-wide, and the annotation"
            + " sealedsecrets.bitnami.com/cluster-wide=true is missing",
        cause.advice());
    assertInstanceOf(
        Opened.class,
        unseal(
            sealed(SomeKeys.seal(SomeKeys.A, new ClusterWide(), SECRET))
                .annotation("sealedsecrets.bitnami.com/cluster-wide", "true"),
            DeprecatedData.accepted()));
  }

  @Test
  @Tag("C-130")
  void both_forms_at_once_are_refused() {
    assertEquals(
        "cannot use the field 'encryptedData' and the deprecated field 'data' at the same time",
        failed(data(SECRET).item("a", "1")).words());
  }

  @Test
  @Tag("C-09")
  @Tag("C-131")
  void it_can_be_switched_off() {
    Failed failed = assertInstanceOf(Failed.class, unseal(data(SECRET), DeprecatedData.refused()));
    assertEquals(
        "using deprecated 'data' field, use 'encryptedData' or flip the feature flag",
        failed.cause().words());
  }

  @Test
  @Tag("C-114")
  void it_has_to_be_base64() {
    assertEquals("illegal base64 data at input byte 0", failed(sealed("*")).words());
  }

  @Test
  @Tag("C-132")
  void what_is_no_secret_is_not_quoted() {
    for (String garbage :
        List.of(
            "PLAINTEXT-MARKER",
            "\"PLAINTEXT-MARKER\"",
            "[]",
            "{}",
            "",
            "{\"kind\": \"ConfigMap\", \"apiVersion\": \"v1\", \"data\": {\"PLAINTEXT-MARKER\": \"\"}}",
            "{\"kind\": \"Secret\", \"apiVersion\": \"v2\"}",
            "{\"kind\": \"Secret\", \"apiVersion\": \"v1\", \"data\": {\"a\": \"PLAINTEXT-MARKER\"}}")) {
      Cause cause = failed(data(garbage));
      assertEquals("deprecated data does not hold a Secret", cause.withAdvice(), garbage);
      assertEquals(Reason.DEPRECATED_DATA, cause.reason());
      assertFalse(cause.toString().contains("PLAINTEXT"));
    }
  }

  private static SealedSecretBuilder data(String plaintext) {
    return sealed(SomeKeys.seal(SomeKeys.A, new Strict(KEY.namespace(), KEY.name()), plaintext));
  }

  private static SealedSecretBuilder sealed(String text) {
    SealedSecretBuilder object = sealedSecret();
    object.spec().put("data", text);
    return object;
  }

  private static Wanted opened(SealedSecretBuilder object) {
    return assertInstanceOf(Opened.class, unseal(object, DeprecatedData.accepted())).wanted();
  }

  private static Cause failed(SealedSecretBuilder object) {
    return assertInstanceOf(Failed.class, unseal(object, DeprecatedData.accepted())).cause();
  }

  private static Unsealing unseal(SealedSecretBuilder object, DeprecatedData rule) {
    return Outcomes.unseal(object.tree(), SomeKeys.ring(SomeKeys.A), rule);
  }
}
