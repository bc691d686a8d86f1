package dev.signet.controller.reconcile;

import dev.signet.crypto.Plaintext;
import dev.signet.template.RenderedData;
import dev.signet.template.Renderer;
import dev.signet.template.Rendering.Fault;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.Limits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/**
 * Renders {@code spec.template.data}, of as many objects at a time as there are places, and as fit
 * into half the heap, each with all the memory that it may take. Whoever may write a SealedSecret
 * may write a program here. It runs on a thread of its own, as one that computes and never waits
 * would keep the HTTP server from its processor; and whoever finds all turns taken gives its worker
 * back, to objects that need none.
 */
final class Templates {
  private static final int MOST_FAULTS = 10;
  private static final int LONGEST_WORDS = 2000;

  private final Renderer renderer = new Renderer();
  private final Places places;
  private final Limits limits;

  /**
   * Turns, none of them taken.
   *
   * @param atOnce how many objects are rendered at a time
   * @param patience how long to wait for one
   * @param limits what the templates of one object may use
   */
  Templates(int atOnce, Duration patience, Limits limits) {
    this.limits = limits;
    this.places = new Places(atOnce, patience);
  }

  /** Many processors must not add up to more than a heap holds; one turn there always is. */
  static int atOnce(int processors, long heapBytes, Limits limits) {
    long fitting = heapBytes / 2 / limits.allowed(Limit.ALLOCATED_BYTES);
    return Math.clamp(fitting, 1, Places.forProcessors(processors));
  }

  Unsealing inTurn(String namespace, Places.Step step) throws InterruptedException {
    return places.take(namespace, step);
  }

  /** To be called in a turn. */
  RenderedData render(Map<String, String> texts, Map<String, Plaintext> items)
      throws InterruptedException {
    Map<String, byte[]> revealed = new HashMap<>();
    items.forEach((name, item) -> revealed.put(name, item.reveal()));
    FutureTask<RenderedData> task =
        new FutureTask<>(() -> RenderedData.of(renderer, texts, revealed, limits));
    Thread.ofPlatform().daemon().name("template").start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      // Neither text nor cause: they may quote a value.
      throw new IllegalStateException("the template engine broke down");
    }
  }

  static Cause cause(List<Fault> faults) {
    String words =
        faults.stream()
            .limit(MOST_FAULTS)
            .map(fault -> "%s (%s)".formatted(fault.told(), fault.name()))
            .collect(Collectors.joining("; "));
    int more = faults.size() - MOST_FAULTS;
    String all = more > 0 ? "%s; and %d more".formatted(words, more) : words;
    String shown = all.length() > LONGEST_WORDS ? all.substring(0, LONGEST_WORDS) + "..." : all;
    return Cause.of(Reason.TEMPLATE_FAILED, shown)
        .advising("kubeseal template check -f FILE says more about what stands in the template");
  }
}
