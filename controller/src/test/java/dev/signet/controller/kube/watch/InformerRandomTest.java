package dev.signet.controller.kube.watch;

import static dev.signet.controller.kube.fake.Wait.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Reach;
import dev.signet.controller.kube.fake.Call;
import dev.signet.controller.kube.fake.FakeApi.Breakage;
import dev.signet.crds.SealedSecret;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random changes under random faults: in the end the copy is what the server has, and so is what a
 * listener made of the changes it was told, each of which began where the last one ended.
 */
final class InformerRandomTest {
  private static final int SCHEDULES = 8;
  private static final int STEPS = 60;

  @TestFactory
  List<DynamicTest> the_copy_becomes_what_the_server_has() {
    return LongStream.range(0, SCHEDULES)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> run(seed)))
        .toList();
  }

  private static void run(long seed) throws InterruptedException {
    Random random = new Random(seed);
    Map<ObjectKey, String> told = new ConcurrentHashMap<>();
    Map<String, String> faults = new ConcurrentHashMap<>();
    try (Watched watched = new Watched();
        Informer<SealedSecret> informer =
            watched.informers.sealedSecrets(
                new Reach.Everywhere(), "", change -> follow(change, told, faults))) {
      informer.start();
      for (int i = 0; i < STEPS; i++) {
        step(watched, random);
        Thread.sleep(random.nextInt(30));
      }
      watched.api.clearFaults();
      until("seed " + seed, () -> versions(informer).equals(versions(watched)));
      assertEquals(versions(watched), new TreeMap<>(byName(told)), "told, seed " + seed);
      assertEquals(Map.of(), faults, "seed " + seed);
    }
  }

  private static void step(Watched watched, Random random) {
    String name = "s" + random.nextInt(8);
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> watched.seal("a", name);
      case 3, 4 -> watched.api.delete(Watched.SEALED.formatted("a", name));
      case 5 -> watched.api.forgetHistory();
      case 6 -> watched.api.breakWatches(List.of(Breakage.values()).get(random.nextInt(6)));
      default -> {
        int code = List.of(403, 404, 410, 429, 500, 503).get(random.nextInt(6));
        boolean cut = random.nextBoolean();
        watched.api.fault(
            random.nextInt(3),
            random.nextBoolean() ? Call::isList : Call::isWatch,
            (call, reply) -> {
              if (cut) {
                reply.cut();
              } else {
                reply.status(code, "X", "x");
              }
            });
      }
    }
  }

  private static void follow(
      Change<SealedSecret> change, Map<ObjectKey, String> told, Map<String, String> faults) {
    String before = change.before() == null ? "none" : change.before().resourceVersion();
    String held = told.getOrDefault(change.key(), "none");
    if (!held.equals(before)) {
      faults.put(change.key() + " was " + held, "told that it was " + before);
    }
    if (change.after() == null) {
      told.remove(change.key());
    } else {
      told.put(change.key(), change.after().resourceVersion());
    }
  }

  private static Map<String, String> versions(Informer<SealedSecret> informer) {
    return informer.all().stream()
        .collect(Collectors.toMap(SealedSecret::name, SealedSecret::resourceVersion));
  }

  private static Map<String, String> versions(Watched watched) {
    Map<String, String> versions = new TreeMap<>();
    watched
        .api
        .objects()
        .forEach(
            (path, text) ->
                versions.put(
                    path.substring(path.lastIndexOf('/') + 1),
                    text.replaceFirst("(?s).*\"resourceVersion\":\"(\\d+)\".*", "$1")));
    return versions;
  }

  private static Map<String, String> byName(Map<ObjectKey, String> told) {
    return told.entrySet().stream()
        .collect(Collectors.toMap(it -> it.getKey().name(), Map.Entry::getValue));
  }
}
