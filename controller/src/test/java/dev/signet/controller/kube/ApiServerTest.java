package dev.signet.controller.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.fake.Call;
import dev.signet.controller.kube.fake.ScriptedServer;
import dev.signet.crds.Json;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@Timeout(60)
final class ApiServerTest {
  private static final ObjectKey KEY = new ObjectKey("team-a", "creds");

  @Test
  @Tag("C-35")
  void says_who_asks_and_speaks_http_1_1_alone() {
    try (ScriptedServer server = new ScriptedServer((call, reply) -> reply.json(200, "{}"))) {
      client(server).secrets().get(KEY);
      Call call = server.calls().getFirst();
      assertEquals("/api/v1/namespaces/team-a/secrets/creds", call.target());
      assertEquals("HTTP/1.1", call.version());
      assertEquals("signet-controller/0.1.0 (linux/amd64)", call.headers().get("user-agent"));
      assertFalse(call.headers().containsKey("upgrade"));
    }
  }

  @Test
  void each_refusal_is_a_value_with_the_servers_words() {
    record Case(int code, String reason, ApiError expected) {}
    List<Case> cases =
        List.of(
            new Case(400, "BadRequest", new ApiError.Invalid("why")),
            new Case(401, "Unauthorized", new ApiError.Unauthorized("why")),
            new Case(403, "Forbidden", new ApiError.Forbidden("why")),
            new Case(404, "NotFound", new ApiError.NoSuchPlace("why")),
            new Case(409, "Conflict", new ApiError.Conflict("why")),
            new Case(409, "AlreadyExists", new ApiError.AlreadyExists("why")),
            new Case(410, "Expired", new ApiError.Gone("why")),
            new Case(413, "RequestEntityTooLarge", new ApiError.Invalid("why")),
            new Case(422, "Invalid", new ApiError.Invalid("why")),
            new Case(429, "TooManyRequests", new ApiError.TooManyRequests("why", Duration.ZERO)),
            new Case(500, "InternalError", new ApiError.ServerError(500, "why")),
            new Case(503, "ServiceUnavailable", new ApiError.ServerError(503, "why")));
    for (Case it : cases) {
      try (ScriptedServer server =
          new ScriptedServer((call, reply) -> reply.status(it.code, it.reason, "why"))) {
        assertEquals(new Outcome.Failed<>(it.expected), client(server).secrets().get(KEY));
        assertEquals(1, server.calls().size(), "no retry behind our back");
      }
    }
  }

  @Test
  @Tag("C-107")
  void a_namespace_that_is_going_away_is_told_from_a_missing_right() {
    String status =
        """
        {"kind":"Status","code":403,"reason":"Forbidden","message":"why","details":\
        {"causes":[{"reason":"NamespaceTerminating"}]}}""";
    try (ScriptedServer server = new ScriptedServer((call, reply) -> reply.json(403, status))) {
      assertEquals(
          new Outcome.Failed<>(new ApiError.NamespaceTerminating("why")),
          client(server).secrets().get(KEY));
    }
  }

  @Test
  void how_long_to_wait_is_read_from_header_or_body() {
    try (ScriptedServer server =
        new ScriptedServer((call, reply) -> reply.send(429, "Retry-After: 7\r\n", "slow down"))) {
      assertEquals(
          new Outcome.Failed<>(new ApiError.TooManyRequests("HTTP 429", Duration.ofSeconds(7))),
          client(server).secrets().get(KEY));
    }
    String status = "{\"kind\":\"Status\",\"details\":{\"retryAfterSeconds\":3}}";
    try (ScriptedServer server = new ScriptedServer((call, reply) -> reply.json(429, status))) {
      assertEquals(
          new Outcome.Failed<>(new ApiError.TooManyRequests("HTTP 429", Duration.ofSeconds(3))),
          client(server).secrets().get(KEY));
    }
  }

  @Test
  void a_redirect_is_not_followed_with_our_token() {
    AtomicInteger elsewhere = new AtomicInteger();
    try (ScriptedServer other = new ScriptedServer((call, reply) -> elsewhere.incrementAndGet());
        ScriptedServer server =
            new ScriptedServer(
                (call, reply) -> reply.send(302, "Location: " + other.url() + "\r\n", ""))) {
      assertInstanceOf(Outcome.Failed.class, client(server).secrets().get(KEY));
      assertEquals(0, elsewhere.get());
    }
  }

  @Test
  void no_answer_half_an_answer_and_no_server_are_values_too() {
    assertUnreachable((call, reply) -> reply.silence());
    assertUnreachable((call, reply) -> reply.cut());
    assertUnreachable(
        (call, reply) -> {
          reply.beginStream();
          reply.part("{\"kind\":");
          reply.cut();
        });
    assertUnreachable(
        (call, reply) -> {
          reply.beginStream();
          reply.part("{\"kind\":");
          reply.silence();
        });
    assertUnreachable((call, reply) -> reply.json(200, "no JSON"));
    assertUnreachable((call, reply) -> reply.json(200, "[1]"));
    ScriptedServer closed = new ScriptedServer((call, reply) -> {});
    closed.close();
    ApiError error = error(client(closed).secrets().get(KEY));
    assertEquals("GET api/v1/namespaces/team-a/secrets/creds: connection refused", error.message());
  }

  @Test
  void nothing_of_a_body_is_in_an_error() {
    String marker = "bWFya2VyLW9mLWEtc2VjcmV0";
    ObjectNode secret = Json.object();
    secret.set("metadata", Json.object().put("namespace", "a").put("name", "b"));
    secret.set("data", Json.object().put("k", marker));
    List<ScriptedServer.Script> scripts =
        List.of(
            (call, reply) -> reply.cut(),
            (call, reply) -> reply.json(200, "{\"data\":{\"k\":\"" + marker + "\""),
            (call, reply) -> reply.json(500, "{\"data\":{\"k\":\"" + marker + "\"}}"),
            (call, reply) -> reply.json(422, marker));
    for (ScriptedServer.Script script : scripts) {
      try (ScriptedServer server = new ScriptedServer(script)) {
        Outcome<ObjectNode> outcome = client(server).secrets().create(secret);
        assertFalse(outcome.toString().contains(marker), outcome.toString());
        assertFalse(Request.post("p", secret).toString().contains(marker));
      }
    }
  }

  @Test
  void writes_are_post_and_put_and_the_status_goes_to_its_own_place() {
    try (ScriptedServer server = new ScriptedServer((call, reply) -> reply.json(200, "{}"))) {
      ApiServer client = client(server);
      ObjectNode object = Json.object();
      object.set("metadata", Json.object().put("namespace", "a").put("name", "b"));
      client.secrets().create(object);
      client.secrets().replace(object);
      client.sealedSecrets().replaceStatus(object);
      client.secrets().delete(new ObjectKey("a", "b"), "uid-1");
      assertEquals(
          List.of(
              "POST /api/v1/namespaces/a/secrets",
              "PUT /api/v1/namespaces/a/secrets/b",
              "PUT /apis/bitnami.com/v1alpha1/namespaces/a/sealedsecrets/b/status",
              "DELETE /api/v1/namespaces/a/secrets/b"),
          server.calls().stream().map(call -> call.method() + " " + call.target()).toList());
      assertEquals(object.toString(), server.calls().getFirst().body());
      assertTrue(server.calls().getLast().body().contains("\"uid\":\"uid-1\""));
    }
  }

  @Test
  void lists_come_in_pages() {
    try (ScriptedServer server =
        new ScriptedServer(
            (call, reply) ->
                reply.json(
                    200,
                    call.query("continue").isEmpty()
                        ? """
                          {"items":[{"metadata":{"name":"a"}}],\
                          "metadata":{"continue":"n/+=xt","resourceVersion":"5"}}"""
                        : """
                          {"metadata":{"resourceVersion":"5"},"items":[{"metadata":{"name":"b"}}]}\
                          """))) {
      Outcome<List<ObjectNode>> secrets = client(server).secrets().list("ns", "k=v");
      assertEquals(
          List.of("a", "b"),
          secrets.found().orElseThrow().stream()
              .map(it -> it.path("metadata").path("name").stringValue())
              .toList());
      assertEquals("n/+=xt", server.calls().get(1).query("continue"));
      assertEquals("k=v", server.calls().get(1).query("labelSelector"));
      assertEquals("500", server.calls().get(1).query("limit"));
    }
  }

  @Test
  void connections_are_used_again() {
    AtomicInteger replies = new AtomicInteger();
    List<Object> seen = new ArrayList<>();
    try (ScriptedServer server =
        new ScriptedServer(
            (call, reply) -> {
              synchronized (seen) {
                seen.add(Thread.currentThread());
              }
              reply.json(replies.incrementAndGet() % 2 == 0 ? 404 : 200, "{}");
            })) {
      ApiServer client = client(server);
      for (int i = 0; i < 10; i++) {
        client.secrets().get(KEY);
      }
      assertEquals(1, seen.stream().distinct().count());
    }
  }

  @Test
  @Tag("C-23")
  void a_limit_spaces_requests_out_and_none_is_the_default() {
    try (ScriptedServer server = new ScriptedServer((call, reply) -> reply.json(200, "{}"))) {
      ApiServer limited =
          new ApiServer(config(server.url()), settings().with(new ClientSettings.Limit(20, 3)));
      long began = System.nanoTime();
      for (int i = 0; i < 8; i++) {
        limited.secrets().get(KEY);
      }
      long millis = (System.nanoTime() - began) / 1_000_000;
      assertTrue(millis >= 240, "five had to wait for 50 ms each, it took " + millis);
    }
  }

  @Test
  @Tag("C-35")
  void the_token_is_read_again_when_its_file_changes(@TempDir Path folder) throws IOException {
    Path token = folder.resolve("token");
    Files.writeString(token, "first\n");
    try (ScriptedServer server = new ScriptedServer((call, reply) -> reply.json(200, "{}"))) {
      Config config =
          new ConfigBuilder(config(server.url()))
              .withOauthTokenProvider(new TokenFile(token)::token)
              .build();
      ApiServer client = new ApiServer(config, settings());
      client.secrets().get(KEY);
      Files.writeString(token, "second\n");
      Files.setLastModifiedTime(token, FileTime.fromMillis(System.currentTimeMillis() + 5000));
      client.secrets().get(KEY);
      Files.delete(token);
      client.secrets().get(KEY);
      assertEquals(
          List.of("Bearer first", "Bearer second", "Bearer second"),
          server.calls().stream().map(call -> call.headers().get("authorization")).toList());
    }
  }

  private static void assertUnreachable(ScriptedServer.Script script) {
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertInstanceOf(ApiError.Unreachable.class, error(client(server).secrets().get(KEY)));
    }
  }

  private static ApiError error(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Failed<?>(ApiError error) -> error;
      case Outcome.Ok<?> ok -> throw new AssertionError(ok);
    };
  }

  private static ApiServer client(ScriptedServer server) {
    return new ApiServer(config(server.url()), settings());
  }

  private static ClientSettings settings() {
    return ClientSettings.usual("signet-controller/0.1.0 (linux/amd64)")
        .withAnswerWithin(Duration.ofMillis(600));
  }

  private static Config config(String url) {
    return new ConfigBuilder(Config.empty()).withMasterUrl(url).build();
  }
}
