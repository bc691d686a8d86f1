package dev.signet.controller.app;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.Reach;
import dev.signet.controller.kube.Request;
import dev.signet.controller.log.Log;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says which namespaces are looked at, and of a list which of them are not there: as a rule it is
 * misspelt. One that is made later is looked at from its first moment all the same.
 */
final class NamespaceNotes {
  private final ApiServer server;
  private final Log log;

  NamespaceNotes(ApiServer server, Log log) {
    this.server = server;
    this.log = log;
  }

  void tell(Reach reach) {
    if (reach instanceof Reach.Namespaces(List<String> names)) {
      names.forEach(name -> log.info("Starting informer", "namespace", name));
      if (names.size() > 1) {
        Thread.ofVirtual().name("namespaces").start(() -> names.forEach(this::check));
      }
    }
  }

  private void check(String name) {
    Outcome<ObjectNode> found = server.call(Request.get("api/v1/namespaces/" + name));
    if (found instanceof Outcome.Failed<ObjectNode>(ApiError.NotFound _)) {
      log.error("namespace doesn't exist", "namespace", name);
    }
  }
}
