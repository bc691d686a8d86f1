package dev.signet.cli.action;

import dev.signet.cli.resource.OpenedSecret;
import dev.signet.cli.resource.SealedManifest;
import dev.signet.crypto.IllegalBase64Exception;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.SealedText;
import dev.signet.crypto.UnsealException;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of opening one SealedSecret. */
sealed interface Opening {
  record Opened(OpenedSecret secret) implements Opening {}

  record Refused(String why) implements Opening {}

  static Opening of(SealedManifest manifest, KeyRing keys) {
    if (manifest.hasLegacyData()) {
      return new Refused(
          "using deprecated 'data' field, use 'encryptedData' or flip the feature flag");
    }
    SequencedMap<String, Plaintext> items = new TreeMap<>();
    SortedMap<String, SortedSet<String>> faults = new TreeMap<>();
    manifest
        .encryptedData()
        .forEach(
            (item, text) -> {
              try {
                var opened = keys.open(SealedText.decode(text), manifest.scope(), List.of());
                items.put(item, opened.plaintext());
              } catch (IllegalBase64Exception | UnsealException e) {
                String fault = String.valueOf(e.getMessage());
                faults.computeIfAbsent(fault, _ -> new TreeSet<>()).add(item);
              }
            });
    if (!faults.isEmpty()) {
      return new Refused(told(faults));
    }
    RenderedData rendered = RenderedData.of(manifest.templateData(), items);
    if (!rendered.faults().isEmpty()) {
      return new Refused(told(rendered.faults()));
    }
    items.putAll(rendered.outputs());
    items.keySet().removeAll(manifest.droppedItems());
    return new Opened(new OpenedSecret(manifest, items));
  }

  /** One line a fault, with the items that have it. */
  private static String told(SortedMap<String, SortedSet<String>> faults) {
    return String.join(
        "\n",
        faults.entrySet().stream()
            .map(fault -> "%s (%s)".formatted(fault.getKey(), String.join(", ", fault.getValue())))
            .toList());
  }
}
