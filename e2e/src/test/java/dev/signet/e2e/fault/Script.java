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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What users, hands and tools do to a cluster, by a seed: SealedSecrets are made, changed, deleted
 * and made again at once, some broken from the start or by a change, some over a Secret that is
 * there; Secrets are edited and deleted by hand. Every step is tried until the API server took it.
 */
public final class Script {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<Scope> SCOPES = List.of(Scope.values());

  private final Random random;
  private final Sealing sealing;
  private final List<Namespace> namespaces;
  private final int objects;

  /** Each object once at least, and changed twice on average; then any, without an end. */
  private final Deque<Integer> first = new ArrayDeque<>();

  /** What each object that is there has been since it was made, by its place. */
  private final Map<String, List<JsonNode>> sent = new HashMap<>();

  private final Set<String> deletedUnseen = new HashSet<>();
  private final Set<String> remadeUnseen = new HashSet<>();
  private boolean collectorIsBlind;

  public Script(long seed, Sealing sealing, List<Namespace> namespaces, int objects) {
    this.random = new Random(seed);
    this.sealing = sealing;
    this.namespaces = namespaces;
    this.objects = objects;
    List<Integer> picks = new ArrayList<>();
    for (int i = 0; i < objects; i++) {
      picks.addAll(List.of(i, random.nextInt(objects), random.nextInt(objects)));
    }
    Collections.shuffle(picks, random);
    first.addAll(picks);
  }

  /** How many steps it takes until each object was there. */
  public int length() {
    return objects * 3;
  }

  public Runnable next() {
    int pick = first.isEmpty() ? random.nextInt(objects) : first.pop();
    return step(pick, random.nextLong());
  }

  /**
   * All that an object has been since it was made; of one that opens no more, these may be left.
   */
  public synchronized List<JsonNode> sent(String place) {
    return List.copyOf(sent.getOrDefault(place, List.of()));
  }

  /**
   * Says that the garbage collector may miss things: one that lost its watch never learns that an
   * object went when another of its name is there by the time it looks again. The controller takes
   * over what it finds then, so these objects must stay, and open. Waits for the step that is under
   * way.
   */
  public synchronized void collectorIsBlind(boolean blind) {
    collectorIsBlind = blind;
    deletedUnseen.clear();
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
      } else if (dice < 45 || (dice < 75 && remadeUnseen.contains(place()))) {
        replace();
      } else if (dice < 60) {
        remove();
      } else if (dice < 75) {
        remove();
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
      if (deletedUnseen.contains(place())) {
        remadeUnseen.add(place());
      }
      ObjectNode object = object(20);
      sent.put(place(), new ArrayList<>(List.of(object)));
      send("POST", Kind.SEALED_SECRET.in(namespace.name()), object);
    }

    private void remove() {
      if (collectorIsBlind) {
        deletedUnseen.add(place());
      }
      sent.remove(place());
      delete(Kind.SEALED_SECRET);
    }

    private void replace() {
      ObjectNode object = object(6);
      sent.computeIfAbsent(place(), unknown -> new ArrayList<>()).add(object);
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
    private ObjectNode object(int oneBrokenIn) {
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
      if (random.nextInt(oneBrokenIn) == 0 && !remadeUnseen.contains(place())) {
        object.withObject("spec").withObject("encryptedData").put("broken", "AAAA");
      }
      return object;
    }

    private String place() {
      return namespace.name() + "/" + name;
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
                  "metadata", Map.of("labels", Map.of(Oracle.BY_HAND, "true")),
                  "data", Map.of(Oracle.BY_HAND, "YnkgaGFuZA==")));
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
