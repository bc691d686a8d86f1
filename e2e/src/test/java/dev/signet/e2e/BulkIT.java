package dev.signet.e2e;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.oracle.Sealing;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Many objects at once, with default flags and a key of the default size. */
final class BulkIT {
  private static final int MANY = 300;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @RegisterExtension static final Signet signet = Signet.asInstalled();

  private final Namespace namespace = signet.namespace();
  private final Sealing sealing = signet.sealing();

  @Test
  @Tag("C-23")
  @Tag("C-235")
  void three_hundred_at_once_are_done_soon_and_a_new_one_does_not_wait_for_them() {
    List<ObjectNode> objects = objects();
    ObjectNode single = object("single");
    long began = System.nanoTime();
    CompletableFuture<Long> all =
        CompletableFuture.supplyAsync(
            () -> {
              makeAll(objects);
              return awaitAll(began);
            });
    Await.until("the first are done", LIMIT, () -> count() > MANY / 10);
    long waited = makeAndAwait(single);
    int doneBefore = count();
    long millis = all.join();
    System.out.printf(
        "%d objects in %d ms; one made meanwhile in %d ms, when %d were done%n",
        MANY, millis, waited, doneBefore);
    assertTrue(millis < LIMIT.toMillis(), "it took " + millis + " ms");
    assertTrue(doneBefore < MANY, "it waited for all the others");
  }

  @Test
  @Tag("C-108")
  @Tag("C-235")
  void a_new_one_goes_ahead_of_what_waited_for_the_start() {
    signet.controller().kill();
    makeAll(objects());
    ObjectNode single = object("single");
    signet.start();
    Await.until("the first are done", LIMIT, () -> count() > 0);
    long began = System.nanoTime();
    long waited = makeAndAwait(single);
    int doneBefore = count();
    long millis = awaitAll(began);
    System.out.printf(
        "%d objects after a restart in %d ms; one made meanwhile in %d ms, when %d were done%n",
        MANY, millis, waited, doneBefore);
    assertTrue(doneBefore < MANY, "it waited for all the others");
    signet.controller().awaitReady();
  }

  private long makeAndAwait(ObjectNode single) {
    long began = System.nanoTime();
    namespace.create(Kind.SEALED_SECRET, single);
    Await.until("the single one", LIMIT, () -> done().contains("single"));
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  private long awaitAll(long began) {
    Await.until("all of them", Duration.ofSeconds(60), this::count, it -> it >= MANY);
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  private int count() {
    Set<String> done = done();
    done.remove("single");
    return done.size();
  }

  /** Those whose Secret is there and whose status says so. */
  private Set<String> done() {
    Set<String> synced =
        Cluster.current().list(Kind.SEALED_SECRET, namespace.name()).stream()
            .filter(it -> Namespace.synced(it).equals("True"))
            .map(BulkIT::name)
            .collect(toCollection(HashSet::new));
    synced.retainAll(
        Cluster.current().list(Kind.SECRET, namespace.name()).stream().map(BulkIT::name).toList());
    return synced;
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asString();
  }

  private List<ObjectNode> objects() {
    return IntStream.range(0, MANY).mapToObj(it -> object("bulk-" + it)).toList();
  }

  private ObjectNode object(String name) {
    return sealing.sealedSecret(namespace.name(), name, Map.of("k", "v"));
  }

  private void makeAll(List<ObjectNode> objects) {
    objects.parallelStream().forEach(it -> namespace.create(Kind.SEALED_SECRET, it));
  }
}
