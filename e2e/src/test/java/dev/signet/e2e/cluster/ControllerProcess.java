package dev.signet.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The packaged controller as a process, under its own account. */
public final class ControllerProcess implements AutoCloseable {
  /** Restored keys are years old: without it each start would make a new one first. */
  public static final String NO_RENEWAL = "--key-renew-period=0";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final ProcessBuilder builder;
  private final Path logs;
  private final List<Integer> ports;
  private final Process process;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private ControllerProcess(ProcessBuilder builder, Path logs, List<Integer> ports) {
    this.builder = builder;
    this.ports = ports;
    this.logs = logs;
    try {
      this.process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the controller does not start", e);
    }
    // The JVM of the tests may be ended by a signal; its children would live on.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Starts it and returns at once. */
  public static ControllerProcess start(Installation place, Path kubeconfig, List<String> flags) {
    return start(List.of(program()), place, kubeconfig, flags);
  }

  /** The same by another program, with the first words of its command line. */
  public static ControllerProcess start(
      List<String> program, Installation place, Path kubeconfig, List<String> flags) {
    List<Integer> ports = freePorts();
    List<String> words = new ArrayList<>(program);
    words.add("--listen-addr=:" + ports.getFirst());
    words.add("--listen-metrics-addr=:" + ports.getLast());
    words.addAll(flags);
    ProcessBuilder builder = new ProcessBuilder(words);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(it -> it.startsWith("KUBERNETES_") || it.startsWith("SEALED_"));
    environment.put("KUBECONFIG", kubeconfig.toString());
    environment.put("POD_NAMESPACE", place.own().name());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Path logs = kubeconfig.resolveSibling("controller-" + ports.getFirst());
    try {
      Files.createDirectories(logs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    builder.redirectOutput(Redirect.appendTo(logs.resolve("out").toFile()));
    builder.redirectError(Redirect.appendTo(logs.resolve("err").toFile()));
    return new ControllerProcess(builder, logs, ports);
  }

  /** Another one after this one: same flags, same address, and its words behind those of this. */
  ControllerProcess again() {
    return new ControllerProcess(builder, logs, ports);
  }

  /** The path of the controller under test. */
  public static String program() {
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
      return send(port(), path).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** A page, which must come with 200; one that is being started may take its time. */
  public String get(String path) {
    return get(port(), path);
  }

  public String metrics() {
    return get(ports.getLast(), "/metrics");
  }

  private String get(int at, String path) {
    AtomicReference<String> body = new AtomicReference<>("");
    Await.until(
        path + " is there",
        START,
        () -> {
          try {
            HttpResponse<String> response = send(at, path);
            body.set(response.body());
            return response.statusCode() == 200;
          } catch (IOException e) {
            return false;
          }
        });
    return body.get();
  }

  public int port() {
    return ports.getFirst();
  }

  public int metricsPort() {
    return ports.getLast();
  }

  public long pid() {
    return process.pid();
  }

  /** The whole answer, headers too, whatever its status. */
  public String post(String path, String body) {
    URI uri = URI.create("http://127.0.0.1:" + port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(60))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = send(request);
      return answer.statusCode() + " " + answer.headers().map() + "\n" + answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException("POST " + path, e);
    }
  }

  private HttpResponse<String> send(int at, String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + at + path);
    return send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  /** All that it wrote to both streams. */
  public String log() {
    return out() + err();
  }

  public String out() {
    return Json.text(logs.resolve("out"));
  }

  public String err() {
    return Json.text(logs.resolve("err"));
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
