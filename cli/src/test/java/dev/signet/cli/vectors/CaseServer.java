package dev.signet.cli.vectors;

import dev.signet.cli.vectors.FakeApiServer.Reply;
import dev.signet.cli.vectors.FakeApiServer.Request;
import dev.signet.cli.vectors.FakeApiServer.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server that a case wants, and the requests that it wants to be made. */
final class CaseServer implements AutoCloseable {
  private final FakeApiServer server;

  private CaseServer(FakeApiServer server) {
    this.server = server;
  }

  static CaseServer start(JsonNode spec, TestKeys keys) {
    if (!spec.path("tls").asBoolean(false)) {
      return new CaseServer(FakeApiServer.http());
    }
    var context =
        TlsKeys.server(
            keys.text("tls-server.crt"), keys.text("tls-server.key"), keys.text("tls-ca.crt"));
    return new CaseServer(FakeApiServer.https(context, spec.path("client_ca").asBoolean(false)));
  }

  /** Adds the routes, once the server's own address is known. */
  void serve(JsonNode spec, Content content) {
    List<Route> routes = new ArrayList<>();
    for (JsonNode route : spec.path("routes")) {
      routes.add(
          new Route(
              route.path("method").asString("GET"),
              route.get("path").asString(),
              reply(route, content),
              route.path("times").asInt(Route.ALWAYS)));
    }
    server.serve(routes);
  }

  private static Reply reply(JsonNode route, Content content) {
    if (route.path("hang_up").asBoolean(false)) {
      return Reply.hangUp();
    }
    Map<String, String> headers = new TreeMap<>();
    route
        .path("headers")
        .properties()
        .forEach(
            header ->
                headers.put(header.getKey(), content.fill().apply(header.getValue().asString())));
    Duration delay = Duration.ofMillis((long) (route.path("delay").asDouble(0) * 1000));
    return new Reply(
        route.path("status").asInt(200), headers, content.bytes(route.path("body")), delay, false);
  }

  String url() {
    return server.url();
  }

  String hostPort() {
    return server.hostPort();
  }

  void compare(JsonNode wanted, Normalisation normalisation, List<String> problems) {
    if (!wanted.has("requests")) {
      return;
    }
    List<Request> made = server.requests();
    JsonNode requests = wanted.get("requests");
    boolean mayBeMore = wanted.path("more_requests").asBoolean(false);
    boolean fits = mayBeMore ? made.size() >= requests.size() : made.size() == requests.size();
    if (!fits) {
      problems.add("made %d requests, want %d: %s".formatted(made.size(), requests.size(), made));
    }
    for (int i = 0; i < Math.min(made.size(), requests.size()); i++) {
      compare("request %d".formatted(i + 1), requests.get(i), made.get(i), normalisation, problems);
    }
  }

  private static void compare(
      String where,
      JsonNode wanted,
      Request made,
      Normalisation normalisation,
      List<String> problems) {
    note(problems, where + " method", wanted.path("method"), made.method());
    note(problems, where + " path", wanted.path("path"), normalisation.normal(made.path()));
    wanted
        .path("headers")
        .properties()
        .forEach(
            header -> {
              String got = made.header(header.getKey()).map(normalisation::normal).orElse(null);
              compareHeader(where + " header " + header.getKey(), header.getValue(), got, problems);
            });
    String body = normalisation.normal(made.body());
    if (wanted.has("body_json") && !wanted.get("body_json").equals(json(body))) {
      problems.add("%s body want: %s got: %s".formatted(where, wanted.get("body_json"), body));
    }
    note(problems, where + " body", wanted.path("body"), body);
  }

  private static void compareHeader(
      String what, JsonNode wanted, @Nullable String got, List<String> problems) {
    if (wanted.isNull()) {
      if (got != null) {
        problems.add(what + " is present");
      }
    } else if (got == null) {
      problems.add(what + " is missing");
    } else {
      note(problems, what, wanted, got);
    }
  }

  private static void note(List<String> problems, String what, JsonNode wanted, String got) {
    if (wanted.isMissingNode()) {
      return;
    }
    String mismatch = Expectation.mismatch(what, wanted, got);
    if (mismatch != null) {
      problems.add(mismatch);
    }
  }

  private static @Nullable JsonNode json(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return null;
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
