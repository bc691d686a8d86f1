package dev.signet.controller.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.crds.Handled;
import dev.signet.crds.SealedSecretNames;
import dev.signet.crypto.Bytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What this process has made of which object, so that a Secret of which only the resource version
 * moved (all Secrets are encrypted anew, somebody wrote and undid) is known again without an RSA
 * operation.
 *
 * <p>Contents are kept as HMACs under a key that never leaves the process: whoever reads its memory
 * dump finds no hash that a guess could be checked against.
 */
final class Memory {
  private static final String ALGORITHM = "HmacSHA256";

  private final Map<ObjectKey, Entry> entries = new ConcurrentHashMap<>();

  /** Of which nothing was made because of the Secret that is there. */
  private final Set<ObjectKey> blocked = ConcurrentHashMap.newKeySet();

  private final SecretKeySpec key;

  private record Entry(Handled handled, Bytes mark, @Nullable Names names) {}

  /** What of a Secret that is merely added to is ours. */
  private record Names(Set<String> items, Set<String> labels, Set<String> annotations) {}

  /**
   * An empty one.
   *
   * @param key random bytes, new in each process
   */
  Memory(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  void remember(Handled handled, StoredSecret stored, Wanted wanted) {
    Names names =
        stored.isAnnotated(SealedSecretNames.PATCH)
            ? new Names(
                wanted.content().items().keySet(),
                wanted.content().labels().keySet(),
                wanted.content().annotations().keySet())
            : null;
    entries.put(wanted.key(), new Entry(handled, mark(stored, names), names));
    blocked.remove(wanted.key());
  }

  Optional<Handled> handled(ObjectKey object) {
    return Optional.ofNullable(entries.get(object)).map(Entry::handled);
  }

  /** Whether this Secret holds what it held; if so, it is remembered as this version. */
  boolean recognises(ObjectKey object, StoredSecret stored) {
    Entry entry = entries.get(object);
    if (entry == null || !entry.mark.equals(mark(stored, entry.names))) {
      return false;
    }
    Handled old = entry.handled;
    Handled moved =
        new Handled(
            old.generation(),
            old.scopeHash(),
            old.uid(),
            new Handled.Secret(stored.uid(), stored.resourceVersion()),
            old.renderer(),
            old.keys());
    return entries.replace(object, entry, new Entry(moved, entry.mark, entry.names));
  }

  void block(ObjectKey object) {
    blocked.add(object);
    entries.remove(object);
  }

  boolean isBlocked(ObjectKey object) {
    return blocked.contains(object);
  }

  void forget(ObjectKey object) {
    entries.remove(object);
    blocked.remove(object);
  }

  private Bytes mark(StoredSecret stored, @Nullable Names names) {
    Mac mac = mac();
    put(mac, stored.data(), name -> names == null || names.items.contains(name));
    put(mac, stored.labels(), name -> names == null || names.labels.contains(name));
    put(mac, stored.annotations(), name -> names == null || names.annotations.contains(name));
    put(mac, stored.uid());
    put(mac, stored.type());
    put(mac, String.valueOf(stored.immutable()));
    put(mac, stored.ownerReferences().toString());
    return Bytes.of(mac.doFinal());
  }

  private static void put(Mac mac, Map<String, String> texts, Predicate<String> counts) {
    Map<String, String> sorted = new TreeMap<>(texts);
    sorted.keySet().removeIf(counts.negate());
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(sorted.size()).array());
    sorted.forEach(
        (name, text) -> {
          put(mac, name);
          put(mac, text);
        });
  }

  /** With its length, so that no two lists of texts give the same bytes. */
  private static void put(Mac mac, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
