package dev.signet.cli.action;

import dev.signet.cli.resource.OpenedSecret;
import dev.signet.cli.resource.SealedManifest;
import dev.signet.crypto.IllegalBase64Exception;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.SealedText;
import dev.signet.crypto.UnsealException;
import dev.signet.template.RenderedData;
import dev.signet.template.Renderer;
import dev.signet.template.Rendering;
import dev.signet.template.limit.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    RenderedData rendered = render(manifest.templateData(), items);
    if (!rendered.faults().isEmpty()) {
      return new Refused(told(rendered.faults()));
    }
    rendered.outputs().forEach((key, output) -> items.put(key, Plaintext.of(output.output())));
    items.keySet().removeAll(manifest.droppedItems());
    return new Opened(new OpenedSecret(manifest, items));
  }

  private static RenderedData render(Map<String, String> texts, Map<String, Plaintext> items) {
    if (texts.isEmpty()) {
      return RenderedData.none();
    }
    Map<String, byte[]> revealed = new HashMap<>();
    items.forEach((name, item) -> revealed.put(name, item.reveal()));
    return RenderedData.of(new Renderer(), texts, revealed, Limits.standard());
  }

  private static String told(List<Rendering.Fault> faults) {
    return String.join(
        "\n",
        faults.stream().map(fault -> "%s (%s)".formatted(fault.told(), fault.name())).toList());
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
