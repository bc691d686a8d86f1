package dev.signet.e2e.fault;

import static java.util.Objects.requireNonNull;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster.Answer;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.oracle.Oracle;
import dev.signet.e2e.oracle.Sealing;
import dev.signet.e2e.oracle.Sealing.Scope;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What users, hands and tools do to a cluster, by a seed: SealedSecrets are made, changed, deleted
 * and made again at once, some broken, some over a Secret that is there; Secrets are edited and
 * deleted by hand. Every step is tried until the API server took it.
 */
public final class Script {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<Scope> SCOPES = List.of(Scope.values());

  private final long seed;
  private final Sealing sealing;
  private final List<Namespace> namespaces;
  private final int objects;
  private boolean collectorIsBlind;

  public Script(long seed, Sealing sealing, List<Namespace> namespaces, int objects) {
    this.seed = seed;
    this.sealing = sealing;
    this.namespaces = namespaces;
    this.objects = objects;
  }

  /** Each object is made once at least, and changed three times on average. */
  public List<Runnable> steps() {
    Random random = new Random(seed);
    List<Integer> picks = new ArrayList<>();
    for (int i = 0; i < objects; i++) {
      picks.addAll(List.of(i, random.nextInt(objects), random.nextInt(objects)));
    }
    Collections.shuffle(picks, random);
    return picks.stream().<Runnable>map(pick -> step(pick, random.nextLong())).toList();
  }

  /**
   * Deletes no SealedSecret meanwhile: a garbage collector that lost its watch never learns that an
   * object went when another of its name is there by the time it looks again. Waits for the step
   * that is under way.
   */
  public synchronized void spareCollector(boolean blind) {
    collectorIsBlind = blind;
  }

  private Step step(int pick, long stepSeed) {
    Namespace namespace = namespaces.get(pick % namespaces.size());
    return new Step(namespace, "object-" + pick, new Random(stepSeed));
  }

  /** What happens to one object at one moment. */
  private final class Step implements Runnable {
    private final Namespace namespace;
    private final String name;
    private final Random random;

    Step(Namespace namespace, String name, Random random) {
      this.namespace = namespace;
      this.name = name;
      this.random = random;
    }

    @Override
    public void run() {
      synchronized (Script.this) {
        change();
      }
    }

    private void change() {
      boolean there = retry(() -> namespace.sealedSecret(name)).isPresent();
      int dice = random.nextInt(100);
      if (!there) {
        make(dice < 5);
      } else if (dice < 45 || (dice < 75 && collectorIsBlind)) {
        replace();
      } else if (dice < 60) {
        delete(Kind.SEALED_SECRET);
      } else if (dice < 75) {
        delete(Kind.SEALED_SECRET);
        make(false);
      } else if (dice < 90) {
        edit();
      } else {
        delete(Kind.SECRET);
      }
    }

    private void make(boolean overForeign) {
      if (overForeign) {
        send("POST", Kind.SECRET.in(namespace.name()), foreign());
      }
      ObjectNode object = object();
      if (random.nextInt(20) == 0) {
        object.withObject("spec").withObject("encryptedData").put("broken", "AAAA");
      }
      send("POST", Kind.SEALED_SECRET.in(namespace.name()), object);
    }

    /**
     * By one that opens: one that does not would keep the Secret of before, and which that was is
     * chance when the controller is killed.
     */
    private void replace() {
      ObjectNode object = object();
      String path = Kind.SEALED_SECRET.in(namespace.name(), name);
      Await.until(
          name + " is replaced",
          PATIENCE,
          () -> {
            JsonNode stored = retry(() -> namespace.sealedSecret(name)).orElseThrow();
            JsonNode version = stored.at("/metadata/resourceVersion");
            object.withObject("metadata").set("resourceVersion", version);
            return retry(() -> namespace.cluster().send("PUT", path, object));
          },
          Answer::ok);
    }

    /** Of the type that the object keeps for life, as no Secret may change its own. */
    private ObjectNode object() {
      Map<String, String> items = new TreeMap<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        items.put("item-" + i, Long.toHexString(random.nextLong()));
      }
      Scope scope = SCOPES.get(random.nextInt(SCOPES.size()));
      ObjectNode object = sealing.sealedSecret(namespace.name(), name, items, scope);
      ObjectNode template = object.withObject("spec").putObject("template");
      if (name.hashCode() % 5 == 0) {
        template.put("type", "example.com/some");
      }
      if (random.nextBoolean()) {
        ObjectNode metadata = template.putObject("metadata");
        metadata.withObject("labels").put("dice", Integer.toString(random.nextInt(1000)));
        metadata.withObject("annotations").put("note", "of step " + random.nextInt(1000));
      }
      return object;
    }

    private ObjectNode foreign() {
      return Json.tree(
          Map.of(
              "metadata", Map.of("name", name, "labels", Map.of(Oracle.FOREIGN, "true")),
              "stringData", Map.of("mine", "1")));
    }

    private void edit() {
      ObjectNode patch =
          Json.tree(
              Map.of(
                  "metadata", Map.of("labels", Map.of("by", "hand")),
                  "data", Map.of("by-hand", "YnkgaGFuZA==")));
      send("PATCH", Kind.SECRET.in(namespace.name(), name), patch);
    }

    private void delete(Kind kind) {
      send("DELETE", kind.in(namespace.name(), name), null);
    }

    /** Until it is done, or was done before: an answer may get lost with its connection. */
    private void send(String method, String path, @Nullable JsonNode body) {
      int done = method.equals("POST") ? 409 : 404;
      Await.until(
          method + " " + path,
          PATIENCE,
          () -> retry(() -> namespace.cluster().send(method, path, body)),
          it -> it.ok() || it.status() == done);
    }
  }

  /** While the API server is away. */
  private static <T> T retry(Supplier<T> request) {
    AtomicReference<T> answer = new AtomicReference<>();
    Await.until("the API server answers", PATIENCE, () -> tryOnce(request, answer));
    return requireNonNull(answer.get());
  }

  private static <T> boolean tryOnce(Supplier<T> request, AtomicReference<T> answer) {
    try {
      answer.set(request.get());
      return true;
    } catch (UncheckedIOException | AssertionError e) {
      return false;
    }
  }
}
