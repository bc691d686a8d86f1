package dev.signet.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.template.Rendering.Fault;
import dev.signet.template.Rendering.Rendered;
import dev.signet.template.limit.Allowance;
import dev.signet.template.limit.Budget;
import dev.signet.template.limit.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of all templates of one object. Each sees the items and, where no item has the name,
 * the raw text of its siblings; none sees what another prints.
 *
 * @param outputs by key, without those that an item of the same name hides
 * @param faults at most one a template, in the order of the keys
 */
public record RenderedData(SortedMap<String, Rendered> outputs, List<Fault> faults) {
  public RenderedData {
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    faults = List.copyOf(faults);
  }

  /** Of an object without templates. */
  public static RenderedData none() {
    return new RenderedData(new TreeMap<>(), List.of());
  }

  /**
   * Renders them all, also after a fault. What they may use together ends them all.
   *
   * @param texts of the templates by key
   * @param items that they see, by name
   */
  public static RenderedData of(
      Renderer renderer, Map<String, String> texts, Map<String, byte[]> items, Limits limits) {
    return of(renderer, texts, items, limits, new Allowance(limits, System::nanoTime));
  }

  static RenderedData of(
      Renderer renderer,
      Map<String, String> texts,
      Map<String, byte[]> items,
      Limits limits,
      Allowance allowance) {
    Map<String, byte[]> input = new HashMap<>();
    texts.forEach((key, text) -> input.put(key, text.getBytes(UTF_8)));
    input.putAll(items);
    SortedMap<String, Rendered> outputs = new TreeMap<>();
    List<Fault> faults = new ArrayList<>();
    new TreeMap<>(texts)
        .forEach(
            (key, text) -> {
              switch (renderer.render(
                  key, text.getBytes(UTF_8), input, new Budget(limits, allowance))) {
                case Rendered output when !items.containsKey(key) -> outputs.put(key, output);
                case Rendered _ -> {}
                case Fault fault -> faults.add(fault);
              }
            });
    return new RenderedData(outputs, faults);
  }
}
