package dev.signet.controller.app;

import dev.signet.controller.kube.watch.Change;
import dev.signet.crds.Handled;
import dev.signet.crds.SealedSecret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which key how many items rest on, by what statuses say: that tells when an old key may go. Others
 * may write statuses, so fingerprints of no key are one number.
 */
final class KeyUse {
  private static final String OF_NO_KEY = "other";

  private final Map<String, Long> items = new ConcurrentHashMap<>();
  private final Supplier<List<String>> keys;

  /** Of these fingerprints. */
  KeyUse(Supplier<List<String>> keys) {
    this.keys = keys;
  }

  void changed(Change<SealedSecret> change) {
    count(change.before(), -1);
    count(change.after(), 1);
  }

  Map<String, Long> byKey() {
    Map<String, Long> byKey = new HashMap<>();
    keys.get().forEach(it -> byKey.put(it, 0L));
    items.forEach(
        (key, count) -> byKey.merge(byKey.containsKey(key) ? key : OF_NO_KEY, count, Long::sum));
    return byKey;
  }

  private void count(@Nullable SealedSecret object, long sign) {
    Handled handled = object == null ? null : object.status().handled();
    if (handled != null) {
      handled.keys().values().forEach(key -> items.merge(key, sign, KeyUse::sum));
    }
  }

  private static @Nullable Long sum(Long one, Long other) {
    return one + other == 0 ? null : Long.valueOf(one + other);
  }
}
