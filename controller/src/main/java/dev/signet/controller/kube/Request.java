package dev.signet.controller.kube;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request. Prints as method and path: the body may hold a secret.
 *
 * @param path below the server's address, without a slash in front
 * @param accept the form that is asked for
 */
public record Request(
    String method, String path, SequencedMap<String, String> query, String accept, Body body) {
  /** Behind the path of an object. */
  static final String STATUS = "/status";

  private static final String JSON = "application/json";

  /** What is sent along. */
  public record Body(@Nullable JsonNode tree, String type) {
    private static final Body NONE = new Body(null, JSON);

    String text() {
      return tree == null ? "" : tree.toString();
    }

    @Override
    public String toString() {
      return "Body";
    }
  }

  public static Request get(String path) {
    return new Request("GET", path, new LinkedHashMap<>(), JSON, Body.NONE);
  }

  public static Request post(String path, JsonNode body) {
    return new Request("POST", path, new LinkedHashMap<>(), JSON, new Body(body, JSON));
  }

  public static Request put(String path, JsonNode body) {
    return new Request("PUT", path, new LinkedHashMap<>(), JSON, new Body(body, JSON));
  }

  public static Request mergePatch(String path, JsonNode body) {
    Body patch = new Body(body, "application/merge-patch+json");
    return new Request("PATCH", path, new LinkedHashMap<>(), JSON, patch);
  }

  public static Request delete(String path, JsonNode body) {
    return new Request("DELETE", path, new LinkedHashMap<>(), JSON, new Body(body, JSON));
  }

  public Request with(String name, String value) {
    SequencedMap<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return new Request(method, path, more, accept, body);
  }

  public Request accepting(String form) {
    return new Request(method, path, query, form, body);
  }

  /** Whether it is for this very object or its status, and not for a collection it is above. */
  boolean isFor(String plural, String name) {
    String object = "/%s/%s".formatted(plural, name);
    return !name.isEmpty() && (path.endsWith(object) || path.endsWith(object + STATUS));
  }

  /** Path and query as they go over the wire. */
  String target() {
    return query.isEmpty()
        ? path
        : query.entrySet().stream().map(Request::parameter).collect(joining("&", path + "?", ""));
  }

  private static String parameter(Map.Entry<String, String> entry) {
    return entry.getKey() + "=" + Resource.encode(entry.getValue());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
