package dev.signet.e2e.cluster;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who asked the API server for what, where the testbed writes it down. */
public final class AuditLog {
  /**
   * One request that was answered.
   *
   * @param resource with the subresource behind a slash
   * @param allowed whether the account had the right; what the API server refuses for another
   *     reason, in a namespace that goes away for instance, was still allowed
   */
  public record Request(
      String verb, String resource, String namespace, String name, boolean allowed) {}

  private AuditLog() {}

  /**
   * What a user asked for and has no right to. An API server that has just started refuses what it
   * allows a moment later, so what was allowed at any time does not count.
   */
  public static Set<String> beyondRightsOf(String user) {
    List<Request> requests = of(user);
    Set<String> refused = kinds(requests, false);
    refused.removeAll(kinds(requests, true));
    return refused;
  }

  private static Set<String> kinds(List<Request> requests, boolean allowed) {
    return requests.stream()
        .filter(it -> it.allowed == allowed)
        .map(it -> it.verb + " " + it.resource)
        .collect(toCollection(TreeSet::new));
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
    return new Request(
        line.path("verb").asString(""),
        object.path("resource").asString("") + (sub.isEmpty() ? "" : "/" + sub),
        object.path("namespace").asString(""),
        object.path("name").asString(""),
        !line.path("annotations")
            .path("authorization.k8s.io/decision")
            .asString("")
            .equals("forbid"));
  }
}
