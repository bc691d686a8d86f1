package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.cluster.Testbed;
import dev.signet.e2e.scenario.Run;
import dev.signet.e2e.scenario.Run.Against;
import dev.signet.e2e.scenario.Scenario;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every scenario of {@code vectors/controller}. Those that disturb nobody are played side by side.
 * {@code -Dsignet.scenarios=recorded} leaves {@code ours.json} aside, to prove the runner with the
 * real upstream controller in our place.
 */
final class ScenariosIT {
  /** The ciphertexts are bound to it. */
  private static final String NAMESPACE = "vec";

  private static final int SIDE_BY_SIDE = 6;
  private static final boolean IN_TESTBED = Testbed.current().isPresent();
  private static final boolean RECORDED =
      System.getProperty("signet.scenarios", "ours").equals("recorded");

  @RegisterExtension
  static final Signet signet = Signet.withKeys("key-a", "key-b").flags("--kubeclient-qps=-1");

  private static final List<Scenario> SCENARIOS = Scenario.all();

  @BeforeAll
  static void make_the_namespace() {
    Cluster.current().newNamespace(NAMESPACE);
  }

  @AfterAll
  static void delete_the_namespace() {
    place().delete();
  }

  @TestFactory
  Stream<DynamicTest> plays_as_expected() {
    assertTrue(SCENARIOS.size() > 50, "scenarios are missing");
    List<Scenario> playable =
        SCENARIOS.stream().filter(it -> IN_TESTBED || !it.stopsTheCollector()).toList();
    System.out.printf(
        "scenarios: %d of %d; this cluster's garbage collector %s be held back%n",
        playable.size(), SCENARIOS.size(), IN_TESTBED ? "can" : "cannot");
    ExecutorService players = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    List<DynamicTest> together =
        playable.stream()
            .filter(Predicate.not(Scenario::wantsToBeAlone))
            .map(it -> test(it, CompletableFuture.supplyAsync(() -> play(it), players)))
            .toList();
    Stream<DynamicTest> alone =
        playable.stream()
            .filter(Scenario::wantsToBeAlone)
            .map(it -> dynamicTest(it.title(), () -> check(it, play(it))));
    return Stream.concat(together.stream(), alone).onClose(players::shutdown);
  }

  private static DynamicTest test(Scenario scenario, CompletableFuture<List<String>> played) {
    return dynamicTest(scenario.title(), () -> check(scenario, played.join()));
  }

  private static List<String> play(Scenario scenario) {
    return new Run(
            scenario, place(), signet.controller()::log, RECORDED ? Against.RECORDED : Against.OURS)
        .play();
  }

  /** The title again: a dynamic test is printed by number alone. */
  private static void check(Scenario scenario, List<String> differences) {
    assertEquals(List.of(), differences, scenario.title());
  }

  private static Namespace place() {
    return new Namespace(Cluster.current(), NAMESPACE);
  }
}
