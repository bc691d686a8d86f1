package dev.signet.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Applies what is committed, as a GitOps tool would: only what Git holds reaches the cluster, and
 * what leaves Git leaves the cluster.
 */
final class SyncLoop implements AutoCloseable {
  private final Path repository;
  private final Cluster cluster;
  private final String namespace;
  private final Consumer<String> log;
  private final Thread thread;
  private Map<String, HasMetadata> applied = Map.of();
  private String commit = "";

  SyncLoop(Path repository, Cluster cluster, String namespace, Consumer<String> log) {
    this.repository = repository;
    this.cluster = cluster;
    this.namespace = namespace;
    this.log = log;
    thread = Thread.ofVirtual().unstarted(this::loop);
  }

  void start() {
    thread.start();
  }

  private void loop() {
    try {
      while (true) {
        sync();
        Thread.sleep(300);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void sync() throws InterruptedException {
    try {
      String head = git("rev-parse", "--short", "--verify", "--quiet", "HEAD").strip();
      if (!head.equals(commit)) {
        commit = head;
        apply(head);
      }
    } catch (IOException | KubernetesClientException failed) {
      log.accept("sync: %s: %s".formatted(commit, failed.getMessage()));
    }
  }

  private void apply(String head) throws IOException, InterruptedException {
    Map<String, HasMetadata> committed = new HashMap<>();
    for (String file : git("ls-tree", "-r", "--name-only", head).lines().toList()) {
      if (!file.endsWith(".yaml")) {
        continue;
      }
      for (HasMetadata object : cluster.parse(git("show", head + ":" + file).getBytes(UTF_8))) {
        object.getMetadata().setNamespace(namespace);
        cluster.apply(object);
        committed.put(name(object), object);
        log.accept("sync: commit %s: %s applied".formatted(head, name(object)));
      }
    }
    Map<String, HasMetadata> gone = new HashMap<>(applied);
    gone.keySet().removeAll(committed.keySet());
    for (HasMetadata object : gone.values()) {
      cluster.delete(object);
      log.accept("sync: commit %s: %s deleted".formatted(head, name(object)));
    }
    applied = committed;
  }

  private static String name(HasMetadata object) {
    return object.getKind().toLowerCase(Locale.ROOT) + "/" + object.getMetadata().getName();
  }

  /** What git printed; nothing where there is no commit yet. */
  private String git(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = new ProcessBuilder(command).directory(repository.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor(10, TimeUnit.SECONDS);
    return output;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
