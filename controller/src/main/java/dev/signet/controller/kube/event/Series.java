package dev.signet.controller.kube.event;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.crds.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * One Event on the server, with how often it has happened.
 *
 * @param name of the Event
 */
record Series(Occurrence what, String name, int count, Instant first, Instant last) {
  private static final String COMPONENT = "sealed-secrets";

  Series again(Occurrence latest, Instant now) {
    return new Series(latest, name, count + 1, first, now);
  }

  ObjectKey key() {
    return new ObjectKey(what.subject().key().namespace(), name);
  }

  /** To POST. */
  ObjectNode toEvent() {
    ObjectNode event =
        Json.object()
            .put("apiVersion", "v1")
            .put("kind", "Event")
            .put("type", what.kind().text())
            .put("reason", what.reason())
            .put("firstTimestamp", seconds(first))
            .put("reportingComponent", COMPONENT)
            .put("reportingInstance", "");
    event.set(
        "metadata",
        Json.object().put("name", name).put("namespace", what.subject().key().namespace()));
    event.set("involvedObject", involvedObject());
    event.set("source", Json.object().put("component", COMPONENT));
    return event.setAll(toPatch());
  }

  /** To PATCH: what moves. */
  ObjectNode toPatch() {
    return Json.object()
        .put("count", count)
        .put("lastTimestamp", seconds(last))
        .put("message", what.message());
  }

  private ObjectNode involvedObject() {
    Subject subject = what.subject();
    return Json.object()
        .put("apiVersion", subject.apiVersion())
        .put("kind", subject.kind())
        .put("namespace", subject.key().namespace())
        .put("name", subject.key().name())
        .put("uid", subject.uid())
        .put("resourceVersion", subject.resourceVersion());
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
