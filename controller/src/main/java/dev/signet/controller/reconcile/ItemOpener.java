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
import dev.signet.crypto.UnsealException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the items of one SealedSecret and remembers which key opened which. */
final class ItemOpener {
  private final KeyRing ring;
  private final Scope scope;
  private final Map<String, String> keysOfLastTime;
  private final Map<String, Fingerprint> keys = new HashMap<>();
  private @Nullable Fingerprint lastKey;

  ItemOpener(SealedSecret object, KeyRing ring) {
    Handled handled = object.status().handled();
    this.ring = ring;
    this.scope = scopeOf(object);
    this.keysOfLastTime = handled == null ? Map.of() : handled.keys();
  }

  static Scope scopeOf(SealedSecret object) {
    return Scope.of(object.namespace(), object.name(), object.annotations());
  }

  Plaintext open(String item, String text) throws IllegalBase64Exception, UnsealException {
    Opened opened = ring.open(SealedText.decode(text), scope, hint(item));
    lastKey = opened.key();
    keys.put(item, opened.key());
    return opened.plaintext();
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
