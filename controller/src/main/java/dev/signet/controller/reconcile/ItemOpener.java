package dev.signet.controller.reconcile;

import dev.signet.crds.Handled;
import dev.signet.crds.SealedSecret;
import dev.signet.crypto.Fingerprint;
import dev.signet.crypto.IllegalBase64Exception;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.Opened;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.Scope;
import dev.signet.crypto.SealedText;
import dev.signet.crypto.SealedValue;
import dev.signet.crypto.SealingKey;
import dev.signet.crypto.UnsealException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens the items of one SealedSecret and remembers which key opened which. */
final class ItemOpener {
  private static final int MOST_KEYS_NAMED = 5;

  private final KeyRing ring;
  private final Turns turns;
  private final Scope scope;
  private final Map<String, String> keysOfLastTime;
  private final Map<String, Fingerprint> keys = new HashMap<>();
  private @Nullable Fingerprint lastKey;

  ItemOpener(SealedSecret object, KeyRing ring, Turns turns) {
    Handled handled = object.status().handled();
    this.ring = ring;
    this.turns = turns;
    this.scope = scopeOf(object);
    this.keysOfLastTime = handled == null ? Map.of() : handled.keys();
  }

  static Scope scopeOf(SealedSecret object) {
    return Scope.of(object.namespace(), object.name(), object.annotations());
  }

  Plaintext open(String item, String text)
      throws IllegalBase64Exception, UnsealException, InterruptedException {
    Opened opened = open(text, scope, hint(item));
    lastKey = opened.key();
    keys.put(item, opened.key());
    return opened.plaintext();
  }

  /** Whether it would open in another scope. */
  boolean opens(String text, Scope other) throws InterruptedException {
    try {
      open(text, other, List.of());
      return true;
    } catch (IllegalBase64Exception | UnsealException _) {
      return false;
    }
  }

  private Opened open(String text, Scope in, List<Fingerprint> hint)
      throws IllegalBase64Exception, UnsealException, InterruptedException {
    SealedValue value = SealedText.decode(text);
    return turns.take(() -> ring.open(value, in, hint));
  }

  /** What to say of an item that opens in no scope of its place. */
  String keysTried() {
    List<SealingKey> all = ring.keys();
    if (all.isEmpty()) {
      return "there is no sealing key";
    }
    String named =
        all.stream()
            .limit(MOST_KEYS_NAMED)
            .map(key -> key.fingerprint().text())
            .collect(Collectors.joining(", "));
    int more = all.size() - MOST_KEYS_NAMED;
    return "sealed with another key than %s%s, or for another name or namespace"
        .formatted(named, more > 0 ? " and %d more".formatted(more) : "");
  }

  Map<String, Fingerprint> keys() {
    return keys;
  }

  /** The key of last time, then that of the item before. Anybody may have written the former. */
  private List<Fingerprint> hint(String item) {
    List<Fingerprint> hint = new ArrayList<>();
    String lastTime = keysOfLastTime.get(item);
    if (lastTime != null) {
      hint.add(new Fingerprint(lastTime));
    }
    if (lastKey != null) {
      hint.add(lastKey);
    }
    return hint;
  }
}
