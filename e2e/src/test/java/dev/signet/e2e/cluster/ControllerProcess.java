package dev.signet.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged controller as a process, under its own account. */
public final class ControllerProcess implements AutoCloseable {
  /** Restored keys are years old: without it each start would make a new one first. */
  public static final String NO_RENEWAL = "--key-renew-period=0";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Process process;
  private final Path out;
  private final Path err;
  private final int port;
  private final int metricsPort;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private ControllerProcess(Process process, Path logs, List<Integer> ports) {
    this.process = process;
    this.out = logs.resolve("out");
    this.err = logs.resolve("err");
    this.port = ports.get(0);
    this.metricsPort = ports.get(1);
    // The JVM of the tests may be ended by a signal; its children would live on.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Starts it and returns at once. */
  public static ControllerProcess start(Installation place, Path kubeconfig, List<String> flags) {
    List<Integer> ports = freePorts();
    List<String> words = new ArrayList<>();
    words.add(program());
    words.add("--listen-addr=:" + ports.get(0));
    words.add("--listen-metrics-addr=:" + ports.get(1));
    words.addAll(flags);
    ProcessBuilder builder = new ProcessBuilder(words);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(it -> it.startsWith("KUBERNETES_") || it.startsWith("SEALED_"));
    environment.put("KUBECONFIG", kubeconfig.toString());
    environment.put("POD_NAMESPACE", place.own().name());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    try {
      Path logs = kubeconfig.resolveSibling("controller-" + ports.get(0));
      Files.createDirectories(logs);
      builder.redirectOutput(logs.resolve("out").toFile());
      builder.redirectError(logs.resolve("err").toFile());
      return new ControllerProcess(builder.start(), logs, ports);
    } catch (IOException e) {
      throw new UncheckedIOException("the controller does not start", e);
    }
  }

  private static String program() {
    Path packaged = Cluster.ROOT.resolve("controller/target/controller/bin/controller");
    return System.getProperty("signet.controller", packaged.toString());
  }

  private static List<Integer> freePorts() {
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket two = new ServerSocket(0)) {
      return List.of(one.getLocalPort(), two.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says that it is ready; upstream before v0.39 says only that it is alive. */
  public ControllerProcess awaitReady() {
    Await.until(
        "the controller is ready",
        START,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("the controller ended: " + log());
          }
          int ready = status("/readyz");
          return ready == 200 || (ready == 404 && status("/healthz") == 200);
        });
    return this;
  }

  /** The status of a page, 0 while nobody answers. */
  public int status(String path) {
    try {
      return send(port, path).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  public String get(String path) {
    return body(port, path);
  }

  public String metrics() {
    return body(metricsPort, "/metrics");
  }

  /** The address under which everybody on this machine finds a page. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public int port() {
    return port;
  }

  private String body(int at, String path) {
    try {
      return send(at, path).body();
    } catch (IOException e) {
      throw new UncheckedIOException("GET " + path, e);
    }
  }

  private HttpResponse<String> send(int at, String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + at + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  /** All that it wrote to both streams. */
  public String log() {
    return Json.text(out) + Json.text(err);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** As the kernel's OOM killer would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /**
   * SIGTERM, as a kubelet would.
   *
   * @return the exit status
   */
  public int terminate() {
    process.destroy();
    return awaitEnd();
  }

  public void signal(String name) {
    Command.of("kill", "-" + name, Long.toString(process.pid())).out();
  }

  private int awaitEnd() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the controller does not end within " + STOP.toSeconds() + " s");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
