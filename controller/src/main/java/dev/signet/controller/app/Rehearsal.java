package dev.signet.controller.app;

import dev.signet.controller.reconcile.Reconciling;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sun.misc.Signal;

/**
 * A start that is only looked at: what it loads goes into the start-up cache of the package, so
 * that a probe is answered in half the time. Run once, when the package is made.
 */
public final class Rehearsal {
  private static final String NO_SERVER =
      """
      {"apiVersion": "v1", "kind": "Config", "current-context": "none",
       "contexts": [{"name": "none", "context": {"cluster": "none", "user": "none"}}],
       "clusters": [{"name": "none", "cluster": {"server": "http://127.0.0.1:9"}}],
       "users": [{"name": "none", "user": {"token": "none"}}]}
      """;

  private static final long FOR_THE_REST_MILLIS = 2000;

  private Rehearsal() {}

  /** The argument is a folder for files of its own. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path kubeconfig = Path.of(arguments[0], "kubeconfig");
    Files.writeString(kubeconfig, NO_SERVER);
    int port = freePort();
    int metricsPort = freePort();
    Main main = new Main(Map.of("KUBECONFIG", kubeconfig.toString()), System.err, System.err);
    Thread controller =
        Thread.ofPlatform()
            .start(
                () ->
                    main.run(
                        List.of(
                            "--listen-addr=127.0.0.1:" + port,
                            "--listen-metrics-addr=127.0.0.1:" + metricsPort)));
    ask(port, "healthz");
    ask(port, "readyz");
    ask(port, "v1/cert.pem");
    ask(metricsPort, "metrics");
    Reconciling.rehearse();
    Thread.sleep(FOR_THE_REST_MILLIS);
    Signal.raise(new Signal("TERM"));
    controller.join();
  }

  /** Until there is an answer. */
  private static void ask(int port, String path) throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:%d/%s".formatted(port, path));
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (true) {
        try {
          client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
          return;
        } catch (IOException notYet) {
          Thread.sleep(20);
        }
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
