package dev.signet.controller.reseal;

import static java.util.stream.Collectors.joining;

import dev.signet.crds.Spec;
import dev.signet.crds.Spec.Item;
import dev.signet.crypto.Fingerprint;
import dev.signet.crypto.IllegalBase64Exception;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.Opened;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.SealedText;
import dev.signet.crypto.SealedValue;
import dev.signet.crypto.UnsealException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Opens all items of a SealedSecret, for as many requests at a time as there are processors to
 * spare. Turns are by item, so that a request of one waits for no request of thousands to end.
 */
final class Items {
  private static final int LONGEST_NAMES = 200;

  private final Semaphore turns;
  private final Duration most;

  /**
   * For all requests of a process.
   *
   * @param processors to use at a time, at least 1
   * @param most that one request may take, its turns included
   */
  Items(int processors, Duration most) {
    this.turns = new Semaphore(processors, true);
    this.most = most;
  }

  /** How opening went. */
  sealed interface Opening {
    record All(Map<String, Plaintext> items) implements Opening {}

    /** One line with the names of the items and nothing of what is in them. */
    record Shut(String why) implements Opening {}

    record TooLong() implements Opening {}
  }

  Opening open(Manifest manifest, KeyRing ring) throws InterruptedException {
    Map<String, String> texts = texts(manifest.spec());
    Map<String, Plaintext> items = new LinkedHashMap<>();
    Map<String, SortedSet<String>> faults = new TreeMap<>();
    long end = System.nanoTime() + most.toNanos();
    Fingerprint last = null;
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      if (System.nanoTime() - end > 0) {
        return new Opening.TooLong();
      }
      try {
        SealedValue value = SealedText.decode(entry.getValue());
        Opened opened = open(value, manifest, ring, last);
        last = opened.key();
        items.put(entry.getKey(), opened.plaintext());
      } catch (IllegalBase64Exception e) {
        String words = "illegal base64 data at input byte " + e.offset();
        faults.computeIfAbsent(words, unknown -> new TreeSet<>()).add(entry.getKey());
      } catch (UnsealException _) {
        faults
            .computeIfAbsent("no key could decrypt secret", unknown -> new TreeSet<>())
            .add(entry.getKey());
      }
    }
    return faults.isEmpty() ? new Opening.All(items) : new Opening.Shut(oneLine(faults));
  }

  /** The deprecated form is one item, as its field is called. */
  private static Map<String, String> texts(Spec spec) {
    Map<String, String> texts = new LinkedHashMap<>();
    String data = spec.data();
    if (data != null) {
      texts.put(Resealed.DATA, data);
      return texts;
    }
    spec.encryptedData()
        .forEach(
            (name, item) -> {
              if (item instanceof Item.Text(String text)) {
                texts.put(name, text);
              }
            });
    return texts;
  }

  private Opened open(
      SealedValue value, Manifest manifest, KeyRing ring, @Nullable Fingerprint hint)
      throws UnsealException, InterruptedException {
    turns.acquire();
    try {
      return ring.open(value, manifest.scope(), hint == null ? List.of() : List.of(hint));
    } finally {
      turns.release();
    }
  }

  private static String oneLine(Map<String, SortedSet<String>> faults) {
    return faults.entrySet().stream()
        .map(fault -> "%s (%s)".formatted(fault.getKey(), names(fault.getValue())))
        .collect(joining("; "));
  }

  private static String names(SortedSet<String> items) {
    String all = String.join(", ", items).replaceAll("\\p{Cntrl}", "?");
    return all.length() <= LONGEST_NAMES
        ? all
        : all.substring(0, LONGEST_NAMES) + "... of %d items".formatted(items.size());
  }
}
