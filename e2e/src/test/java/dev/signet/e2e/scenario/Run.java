package dev.signet.e2e.scenario;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Namespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A scenario from its first step to its last, with all comparisons in between. */
public final class Run {
  /** What the expectations are. */
  public enum Against {
    /** As recorded with upstream, to prove the runner. */
    RECORDED,
    OURS
  }

  private static final Duration QUIET = Duration.ofMillis(1400);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Scenario scenario;
  private final Namespace namespace;
  private final Supplier<String> log;
  private final Against against;
  private final Normal normal = new Normal();
  private boolean parted;

  public Run(Scenario scenario, Namespace namespace, Supplier<String> log, Against against) {
    this.scenario = scenario;
    this.namespace = namespace;
    this.log = log;
    this.against = against;
  }

  /** What differed, in words. */
  public List<String> play() {
    Player player = new Player(scenario, namespace, normal);
    List<String> all = new ArrayList<>();
    for (Step step : scenario.steps()) {
      if (step instanceof Step.Expect(int number)) {
        expect(number).forEach(it -> all.add("expect " + number + ": " + it));
      } else {
        player.play(step);
      }
    }
    return all;
  }

  /** Compares when all is quiet, again until all is as wanted or patience ends. */
  private List<String> expect(int number) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Snapshot seen = quiet(end);
      List<String> differences = compare(seen, number);
      if (differences.isEmpty() || System.nanoTime() > end) {
        seen.secret().ifPresent(normal::keep);
        return differences;
      }
    }
  }

  private Snapshot quiet(long end) {
    Snapshot seen = Snapshot.take(namespace, scenario.name());
    long since = System.nanoTime();
    while (System.nanoTime() - since < QUIET.toNanos() && System.nanoTime() < end) {
      Await.pause(Duration.ofMillis(200));
      Snapshot next = Snapshot.take(namespace, scenario.name());
      if (!next.signature().equals(seen.signature())) {
        since = System.nanoTime();
      }
      seen = next;
    }
    return seen;
  }

  private List<String> compare(Snapshot seen, int number) {
    Set<String> overridden = against == Against.OURS ? scenario.overridden() : Set.of();
    if (overridden.contains(Integer.toString(number))) {
      // From here on there is another history, so recorded Events say nothing any more.
      parted = true;
      return new Wish(wanted(number), seen, log).differences();
    }
    Comparison comparison =
        new Comparison(seen, normal)
            .secret(scenario.recorded("secret", number))
            .status(scenario.recorded("status", number));
    if (!parted) {
      comparison.events(scenario.recorded("events", number));
    }
    return comparison.differences();
  }

  private JsonNode wanted(int number) {
    return scenario.ours().path("expect").path(Integer.toString(number));
  }
}
