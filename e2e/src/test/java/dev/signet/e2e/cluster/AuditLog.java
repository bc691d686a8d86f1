package dev.signet.e2e.cluster;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who asked the API server for what, where the testbed writes it down. */
public final class AuditLog {
  /** One request that was answered. */
  public record Request(String verb, Target target, Result result) {
    /** With the subresource behind a slash. */
    public String resource() {
      return target.resource;
    }

    public String namespace() {
      return target.namespace;
    }

    public String name() {
      return target.name;
    }

    public boolean allowed() {
      return result.allowed;
    }

    private String words() {
      return namespace().isEmpty()
          ? "%s %s everywhere".formatted(verb, resource())
          : "%s %s in %s".formatted(verb, resource(), namespace());
    }
  }

  record Target(String resource, String namespace, String name) {}

  /**
   * What became of a request.
   *
   * @param at when it came in
   * @param allowed whether the account had the right; what the API server refuses for another
   *     reason, in a namespace that goes away for instance, was still allowed
   */
  public record Result(Instant at, boolean allowed, int status) {}

  private AuditLog() {}

  /** What a user asked for and had no right to do at that moment, each with its number. */
  public static List<String> refusalsOf(String user) {
    return refusalsOf(user, List.of());
  }

  /**
   * The same without those of an API server that has only just started, and knows no rights yet.
   */
  public static List<String> refusalsOf(String user, List<Testbed.Restart> restarts) {
    return refusals(of(user), restarts);
  }

  static List<String> refusals(List<Request> requests, List<Testbed.Restart> restarts) {
    return requests.stream()
        .filter(it -> !it.allowed())
        .filter(it -> restarts.stream().noneMatch(restart -> restart.at(it.result.at)))
        .collect(groupingBy(Request::words, TreeMap::new, counting()))
        .entrySet()
        .stream()
        .map(it -> it.getKey() + ": " + it.getValue())
        .toList();
  }

  /** Those of a user, in order; none where the cluster keeps no log for us. */
  public static List<Request> of(String user) {
    String testbed = System.getenv("KUBE_TESTBED_DIR");
    if (testbed == null) {
      System.out.println("no KUBE_TESTBED_DIR: 0 requests of " + user + " were looked at");
      return List.of();
    }
    try (Stream<String> lines = Files.lines(Path.of(testbed, "audit.log"))) {
      return lines
          .filter(line -> line.contains(user) && line.contains("\"stage\":\"ResponseComplete\""))
          .map(Json::read)
          .filter(it -> it.at("/user/username").asString("").equals(user))
          .map(AuditLog::request)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Request request(JsonNode line) {
    JsonNode object = line.path("objectRef");
    String sub = object.path("subresource").asString("");
    String decision = line.path("annotations").path("authorization.k8s.io/decision").asString("");
    return new Request(
        line.path("verb").asString(""),
        new Target(
            object.path("resource").asString("") + (sub.isEmpty() ? "" : "/" + sub),
            object.path("namespace").asString(""),
            object.path("name").asString("")),
        new Result(
            Instant.parse(line.path("requestReceivedTimestamp").asString()),
            !decision.equals("forbid"),
            line.at("/responseStatus/code").asInt(0)));
  }
}
