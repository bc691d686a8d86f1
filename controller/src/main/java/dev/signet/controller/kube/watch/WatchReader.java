package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.watch.Change.Origin;
import dev.signet.crds.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes what a watch tells into a copy, line by line. */
final class WatchReader<T> {
  /** Why a watch came to its end while the connection was well. */
  sealed interface End {
    record InTime() implements End {}

    record Refused(ApiError error) implements End {}

    /** What it said cannot be read: what it meant must be found out by a list. */
    record Unreadable() implements End {}
  }

  private final Source<T> source;
  private final Copy<T> copy;
  private String version;
  private int events;

  WatchReader(Source<T> source, Copy<T> copy, String version) {
    this.source = source;
    this.copy = copy;
    this.version = version;
  }

  /** Where a later watch goes on, however this one ended. */
  String version() {
    return version;
  }

  int events() {
    return events;
  }

  End read(InputStream body) throws IOException {
    Lines lines = new Lines(body);
    while (true) {
      Optional<byte[]> line = lines.next();
      if (line.isEmpty()) {
        return new End.InTime();
      }
      Optional<End> end = take(line.get());
      if (end.isPresent()) {
        return end.get();
      }
    }
  }

  private Optional<End> take(byte[] line) {
    Optional<ObjectNode> event = Json.readObject(line);
    if (event.isEmpty() || !(event.get().path("object") instanceof ObjectNode object)) {
      return Optional.of(new End.Unreadable());
    }
    events++;
    String type = event.get().path("type").stringValue("");
    if (type.equals("ERROR")) {
      return Optional.of(new End.Refused(ApiServer.errorIn(object)));
    }
    switch (type) {
      case "ADDED", "MODIFIED" -> copy.put(Kept.of(object, source.reduce()), Origin.NEWS);
      case "DELETED" -> copy.remove(Kept.of(object, source.reduce()).key(), Origin.NEWS);
      default -> {
        // A bookmark, or something that later servers tell.
      }
    }
    goOnFrom(object);
    return Optional.empty();
  }

  private void goOnFrom(JsonNode object) {
    String seen = object.path("metadata").path("resourceVersion").stringValue("");
    if (!seen.isEmpty()) {
      version = seen;
    }
  }
}
