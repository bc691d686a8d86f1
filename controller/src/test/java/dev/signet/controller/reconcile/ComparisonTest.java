package dev.signet.controller.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.SecretRecord.Owner;
import dev.signet.controller.reconcile.Target.Mark;
import dev.signet.controller.reconcile.Target.Part;
import dev.signet.controller.reconcile.Wanted.Content;
import dev.signet.crds.Json;
import dev.signet.crypto.Plaintext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class ComparisonTest {
  private static final ObjectKey KEY = new ObjectKey("team-a", "creds");
  private static final String UID = "uid-1";
  private static final String MANAGED = "sealedsecrets.bitnami.com/managed";
  private static final String PATCH = "sealedsecrets.bitnami.com/patch";

  @Test
  @Tag("C-81")
  @Tag("C-82")
  void what_was_created_as_wanted_is_as_wanted() {
    ObjectNode stored = SecretBody.create(wanted(UID, null)).put("type", "Opaque");
    assertEquals(new Target(Set.of(Mark.CONTROLLED), Set.of(), owner(UID)), compare(stored));
  }

  @Test
  @Tag("C-81")
  void what_others_put_into_an_owned_secret_is_unlike() {
    ObjectNode stored = owned();
    stored.withObject("data").put("extra", "eA==");
    stored.withObject("metadata").withObject("labels").put("extra", "x");
    stored.withObject("metadata").withArray("ownerReferences").addObject().put("kind", "ConfigMap");
    assertEquals(Set.of(Part.ITEMS, Part.METADATA, Part.OWNERS), compare(stored).unlike());
  }

  @Test
  @Tag("C-84")
  @Tag("C-90")
  void only_true_marks_a_secret() {
    assertEquals(Set.of(), compare(annotated(MANAGED, "True")).marks());
    assertEquals(Set.of(Mark.MANAGED), compare(annotated(MANAGED, "true")).marks());
    assertEquals(Set.of(Mark.PATCH), compare(annotated(PATCH, "true")).marks());
  }

  @Test
  @Tag("C-85")
  @Tag("C-86")
  void a_patch_is_as_wanted_with_more_in_it_and_any_owner_unless_it_is_managed() {
    ObjectNode stored = annotated(PATCH, "true");
    stored.withObject("data").put("a", "MQ==").put("theirs", "eA==");
    stored.withObject("metadata").withObject("labels").put("l", "1").put("theirs", "1");
    stored.withObject("metadata").withArray("ownerReferences").addObject().put("kind", "ConfigMap");
    assertEquals(Set.of(), compare(stored).unlike());
    stored.withObject("metadata").withObject("annotations").put(MANAGED, "true");
    assertEquals(Set.of(Part.OWNERS), compare(stored).unlike());
  }

  @Test
  @Tag("C-88")
  void no_type_asks_for_the_type_that_is_there() {
    ObjectNode stored = owned().put("type", "kubernetes.io/tls");
    assertEquals(Set.of(), compare(stored).unlike());
    assertEquals(
        Set.of(Part.TYPE),
        Comparison.of(wanted(UID, "Opaque"), new StoredSecret(stored), UID).unlike());
  }

  @Test
  @Tag("C-95")
  void an_earlier_sealed_secret_of_this_name_leaves_a_stale_secret() {
    ObjectNode stored = SecretBody.create(wanted("uid-0", null)).put("type", "Opaque");
    assertEquals(
        new Target(Set.of(Mark.STALE), Set.of(Part.OWNERS), owner("uid-0")), compare(stored));
  }

  @Test
  @Tag("C-83")
  void the_owner_of_a_stranger_is_known() {
    ObjectNode stored = bare();
    assertNull(compare(stored).owner());
    stored
        .withObject("metadata")
        .withArray("ownerReferences")
        .addObject()
        .put("kind", "ConfigMap")
        .put("name", "x")
        .put("uid", "uid-2");
    assertEquals(new Owner("ConfigMap", "x", "uid-2", false), compare(stored).owner());
  }

  @Test
  void what_the_token_controller_fills_in_is_left_to_it() {
    ObjectNode stored = owned().put("type", "kubernetes.io/service-account-token");
    stored.withObject("data").put("token", "eA==");
    stored.withObject("metadata").withObject("annotations").put("uid", "x");
    assertEquals(Set.of(), compare(stored).unlike());
  }

  @Test
  void a_secret_prints_as_its_name() {
    assertEquals("StoredSecret[team-a/creds, redacted]", new StoredSecret(owned()).toString());
  }

  private static Target compare(ObjectNode stored) {
    return Comparison.of(wanted(UID, null), new StoredSecret(stored), UID);
  }

  private static Wanted wanted(@Nullable String owner, @Nullable String type) {
    Map<String, Plaintext> items = Map.of("a", Plaintext.of(new byte[] {'1'}));
    return new Wanted(KEY, owner, type, false, new Content(items, Map.of("l", "1"), Map.of()));
  }

  private static Owner owner(String uid) {
    return new Owner("SealedSecret", KEY.name(), uid, true);
  }

  private static ObjectNode owned() {
    return SecretBody.create(wanted(UID, null)).put("type", "Opaque");
  }

  private static ObjectNode bare() {
    ObjectNode bare = Json.object().put("type", "Opaque");
    bare.withObject("metadata").put("namespace", KEY.namespace()).put("name", KEY.name());
    return bare;
  }

  private static ObjectNode annotated(String name, String value) {
    ObjectNode stored = bare();
    stored.withObject("metadata").withObject("annotations").put(name, value);
    return stored;
  }
}
