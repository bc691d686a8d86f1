package dev.signet.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The packaged controller, run as an ordinary process on free ports. */
final class ControllerProcess implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final int port;

  /**
   * @param namespace where it keeps its keys, and all it watches
   * @param log takes all that it prints
   */
  ControllerProcess(Path program, Path kubeconfig, String namespace, Path log) throws IOException {
    this.log = log;
    port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "--all-namespaces=false",
                    "--listen-addr=127.0.0.1:" + port,
                    "--listen-metrics-addr=127.0.0.1:" + freePort()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> env = builder.environment();
    env.remove("KUBERNETES_SERVICE_HOST");
    env.put("KUBECONFIG", kubeconfig.toString());
    env.put("POD_NAMESPACE", namespace);
    process = builder.start();
  }

  URI certificate() {
    return URI.create("http://127.0.0.1:" + port + "/v1/cert.pem");
  }

  /**
   * Waits until it has its keys and sees the cluster.
   *
   * @throws DemoException with its last words, if it ends or is not ready within a minute
   */
  void awaitReady() throws DemoException, IOException, InterruptedException {
    URI ready = certificate().resolve("/readyz");
    try (HttpClient client = HttpClient.newHttpClient()) {
      Cluster.await("the controller", Duration.ofSeconds(60), () -> answer(client, ready));
    } catch (DemoException late) {
      throw new DemoException(late.getMessage() + ", which says:\n" + lastWords());
    }
    if (!process.isAlive()) {
      throw new DemoException("the controller ended:\n" + lastWords());
    }
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  private Optional<Boolean> answer(HttpClient client, URI ready) {
    if (!process.isAlive()) {
      return Optional.of(false);
    }
    try {
      HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
      HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
      return response.statusCode() == 200 ? Optional.of(true) : Optional.empty();
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
