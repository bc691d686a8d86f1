package dev.signet.controller.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.reconcile.Wanted.Content;
import dev.signet.crds.Handled;
import dev.signet.crypto.Plaintext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class MemoryTest {
  private static final ObjectKey KEY = new ObjectKey("team-a", "creds");
  private static final Wanted WANTED =
      new Wanted(
          KEY,
          "uid-1",
          null,
          false,
          new Content(
              Map.of("a", Plaintext.of(new byte[] {'1'})), Map.of("l", "1"), Map.of("n", "1")));

  private final Memory memory = new Memory(new byte[32]);

  @Test
  @Tag("C-108")
  void a_secret_of_which_only_the_version_moved_is_recognised_as_that_version() {
    memory.remember(handled("7"), stored(it -> {}), WANTED);
    StoredSecret moved = stored(it -> it.withObject("metadata").put("resourceVersion", "8"));
    assertTrue(memory.recognises(KEY, moved));
    assertEquals(Optional.of(handled("8")), memory.handled(KEY));
  }

  @Test
  void whatever_else_is_different_is_seen() {
    memory.remember(handled("7"), stored(it -> {}), WANTED);
    for (Consumer<ObjectNode> change :
        List.<Consumer<ObjectNode>>of(
            it -> it.withObject("data").put("a", "Mg=="),
            it -> it.withObject("data").put("b", ""),
            it -> it.withObject("data").remove("a"),
            it -> it.withObject("metadata").withObject("labels").put("l", "2"),
            it -> it.withObject("metadata").withObject("annotations").put("x", "2"),
            it -> it.withObject("metadata").remove("ownerReferences"),
            it -> it.withObject("metadata").put("uid", "another"),
            it -> it.put("type", "another"),
            it -> it.put("immutable", true))) {
      assertFalse(memory.recognises(KEY, stored(change)), () -> stored(change).toTree().toString());
    }
  }

  @Test
  @Tag("C-85")
  void of_a_patch_only_our_part_is_looked_at() {
    Consumer<ObjectNode> patch =
        it ->
            it.withObject("metadata")
                .withObject("annotations")
                .put("sealedsecrets.bitnami.com/patch", "true");
    memory.remember(handled("7"), stored(patch), WANTED);
    assertTrue(
        memory.recognises(
            KEY, stored(patch.andThen(it -> it.withObject("data").put("theirs", "x")))));
    assertFalse(
        memory.recognises(KEY, stored(patch.andThen(it -> it.withObject("data").put("a", "x")))));
  }

  @Test
  void what_was_forgotten_is_not_recognised() {
    memory.remember(handled("7"), stored(it -> {}), WANTED);
    memory.forget(KEY);
    assertFalse(memory.recognises(KEY, stored(it -> {})));
    assertEquals(Optional.empty(), memory.handled(KEY));
  }

  private static Handled handled(String version) {
    return new Handled(1, "hash", "uid-1", new Handled.Secret("uid-2", version), "0", Map.of());
  }

  private static StoredSecret stored(Consumer<ObjectNode> change) {
    ObjectNode tree = SecretBody.create(WANTED).put("type", "Opaque");
    tree.withObject("metadata").put("uid", "uid-2").put("resourceVersion", "7");
    change.accept(tree);
    return new StoredSecret(tree);
  }
}
