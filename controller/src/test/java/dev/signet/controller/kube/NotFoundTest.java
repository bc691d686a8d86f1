package dev.signet.controller.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.controller.kube.fake.ScriptedServer;
import dev.signet.crds.Json;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Whoever says 404 means something else by it. */
final class NotFoundTest {
  private static final ObjectKey KEY = new ObjectKey("team-a", "creds");

  @Test
  @Tag("C-139")
  void gone_is_only_what_the_server_says_of_this_very_object() {
    ApiError here = new ApiError.NotFound("why");
    ApiError elsewhere = new ApiError.NoSuchPlace("why");
    assertEquals(here, answerToGet(404, "NotFound", "secrets", "creds"));
    assertEquals(elsewhere, answerToGet(404, "NotFound", "namespaces", "team-a"));
    assertEquals(elsewhere, answerToGet(404, "NotFound", "secrets", "others"));
    assertEquals(elsewhere, answerToGet(404, "NotFound", "sealedsecrets", "creds"));
    assertEquals(elsewhere, answerToGet(404, "NotFound", "secrets", ""));
    assertEquals(elsewhere, answerToGet(404, "Unknown", "secrets", "creds"));
    try (ScriptedServer proxy =
        new ScriptedServer((call, reply) -> reply.send(404, "", "404 page not found"))) {
      assertEquals(
          new Outcome.Failed<>(new ApiError.NoSuchPlace("HTTP 404")),
          client(proxy).secrets().get(KEY));
    }
  }

  @Test
  void an_object_may_have_the_name_of_a_part_of_objects() {
    ObjectKey key = new ObjectKey("status", "status");
    String status =
        """
        {"kind":"Status","code":404,"reason":"NotFound","message":"why","details":\
        {"name":"status","kind":"secrets"}}""";
    try (ScriptedServer server = new ScriptedServer((call, reply) -> reply.json(404, status))) {
      assertEquals(new ApiError.NotFound("why"), error(client(server).secrets().get(key)));
    }
  }

  @Test
  void a_status_that_is_put_is_of_its_object_and_what_is_made_is_in_its_namespace() {
    try (ScriptedServer server = new ScriptedServer((call, reply) -> reply.notFound(call.path()))) {
      ObjectNode object = Json.object();
      object.withObject("metadata").put("namespace", "team-a").put("name", "creds");
      assertEquals(
          new ApiError.NotFound("sealedsecrets \"creds\" not found"),
          error(client(server).sealedSecrets().replaceStatus(object)));
    }
    String status =
        """
        {"kind":"Status","code":404,"reason":"NotFound","message":"why","details":\
        {"name":"team-a","kind":"namespaces"}}""";
    try (ScriptedServer server = new ScriptedServer((call, reply) -> reply.json(404, status))) {
      ObjectNode object = Json.object();
      object.withObject("metadata").put("namespace", "team-a").put("name", "creds");
      assertEquals(new ApiError.NoSuchPlace("why"), error(client(server).secrets().create(object)));
    }
  }

  private static ApiError answerToGet(int code, String reason, String kind, String name) {
    String status =
        """
        {"kind":"Status","code":%d,"reason":"%s","message":"why","details":\
        {"name":"%s","kind":"%s"}}"""
            .formatted(code, reason, name, kind);
    try (ScriptedServer server = new ScriptedServer((call, reply) -> reply.json(code, status))) {
      return error(client(server).secrets().get(KEY));
    }
  }

  private static ApiError error(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Failed<?>(ApiError error) -> error;
      case Outcome.Ok<?> ok -> throw new AssertionError(ok);
    };
  }

  private static ApiServer client(ScriptedServer server) {
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl(server.url()).build();
    return new ApiServer(config, ClientSettings.usual("test"));
  }
}
