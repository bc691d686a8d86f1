package dev.signet.cli.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.crypto.Plaintext;
import dev.signet.template.Renderer;
import dev.signet.template.Rendering;
import dev.signet.template.limit.Limits;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The texts of {@code spec.template.data}, rendered over the opened items. A template sees the
 * items and, where no item has the name, the raw text of its siblings.
 *
 * @param outputs by key, without those that an item of the same name hides
 * @param faults what went wrong, each with its keys; no value among them
 */
record RenderedData(
    SequencedMap<String, Plaintext> outputs, SortedMap<String, SortedSet<String>> faults) {

  static RenderedData of(Map<String, String> texts, Map<String, Plaintext> items) {
    RenderedData rendered = new RenderedData(new TreeMap<>(), new TreeMap<>());
    if (!texts.isEmpty()) {
      Map<String, byte[]> input = input(texts, items);
      Renderer renderer = new Renderer();
      texts.forEach((key, text) -> rendered.add(key, render(renderer, key, text, input), items));
    }
    return rendered;
  }

  private static Rendering render(
      Renderer renderer, String key, String text, Map<String, byte[]> input) {
    return renderer.render(key, text.getBytes(UTF_8), input, Limits.standard());
  }

  private static Map<String, byte[]> input(
      Map<String, String> texts, Map<String, Plaintext> items) {
    Map<String, byte[]> input = new HashMap<>();
    texts.forEach((key, text) -> input.put(key, text.getBytes(UTF_8)));
    items.forEach((key, item) -> input.put(key, item.reveal()));
    return input;
  }

  private void add(String key, Rendering rendering, Map<String, Plaintext> items) {
    switch (rendering) {
      case Rendering.Rendered output when !items.containsKey(key) ->
          outputs.put(key, Plaintext.of(output.output()));
      case Rendering.Rendered _ -> {}
      case Rendering.Fault fault ->
          faults.computeIfAbsent(told(fault), _ -> new TreeSet<>()).add(key);
    }
  }

  /** What the parser says is about the template's text, which is no secret; the rest might be. */
  private static String told(Rendering.Fault fault) {
    String what =
        switch (fault.kind()) {
          case PARSE -> fault.reason();
          case EXEC -> "it failed; what it says may hold a value, and is not shown";
          case LIMIT -> "over the limit: " + fault.reason();
        };
    return "template: %s:%d: %s".formatted(fault.name(), fault.line(), what);
  }
}
