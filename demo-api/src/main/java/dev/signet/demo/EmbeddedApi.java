package dev.signet.demo;

import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * An API that stores, lists and watches objects on a free port of this machine. It checks no type,
 * no right and no namespace, and collects no garbage.
 */
final class EmbeddedApi implements AutoCloseable {
  private final KubernetesMockServer server;
  private final WatchBridge bridge;

  EmbeddedApi() throws IOException {
    Map<ServerRequest, Queue<ServerResponse>> none = new HashMap<>();
    server =
        new KubernetesMockServer(
            new Context(), new MockWebServer(), none, new KubernetesMixedDispatcher(none), false);
    server.init(InetAddress.getLoopbackAddress(), 0);
    bridge = new WatchBridge(URI.create("http://127.0.0.1:" + server.getPort()));
  }

  /** A kubeconfig that leads here. */
  String kubeconfig() {
    return """
    apiVersion: v1
    kind: Config
    clusters:
    - name: embedded
      cluster: {server: "%s"}
    contexts:
    - name: embedded
      context: {cluster: embedded, user: nobody}
    users:
    - name: nobody
    current-context: embedded
    """
        .formatted(bridge.address());
  }

  @Override
  public void close() {
    bridge.close();
    server.destroy();
  }
}
