package dev.signet.controller.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.watch.Change;
import dev.signet.crds.Json;
import dev.signet.crds.SealedSecret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C-176")
final class KeyUseTest {
  private final KeyUse use = new KeyUse(() -> List.of("SHA256:a", "SHA256:b"));

  @Test
  void items_are_counted_by_the_key_that_opened_them_and_forgotten_with_their_object() {
    SealedSecret one = object("SHA256:a", "SHA256:a");
    SealedSecret other = object("SHA256:a", "SHA256:b");
    change(null, one);
    change(null, object("made up", "SHA256:b"));
    assertEquals(Map.of("SHA256:a", 2L, "SHA256:b", 1L, "other", 1L), use.byKey());
    change(one, other);
    assertEquals(Map.of("SHA256:a", 1L, "SHA256:b", 2L, "other", 1L), use.byKey());
    change(other, null);
    change(object("made up", "SHA256:b"), null);
    assertEquals(Map.of("SHA256:a", 0L, "SHA256:b", 0L), use.byKey());
  }

  private void change(@Nullable SealedSecret before, @Nullable SealedSecret after) {
    use.changed(new Change<>(new ObjectKey("ns", "n"), before, after, Change.Origin.NEWS));
  }

  private static SealedSecret object(String first, String second) {
    String json =
        """
        {"status": {"signet": {"generation": 1, "keys": {"k": "%s", "l": "%s"}}}}
        """
            .formatted(first, second);
    return SealedSecret.of(Json.readObject(json.getBytes(UTF_8)).orElseThrow());
  }
}
