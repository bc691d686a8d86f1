package dev.signet.cli.cluster;

import dev.signet.cli.cluster.Controller.Place;
import dev.signet.cli.cluster.Reply.Answered;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for controllers where nobody said they were, by the labels that the usual ways to install
 * them set. Only ever a hint: no secret is sealed for a controller that nobody named.
 */
final class OtherControllers {
  /** Of the Helm chart, and of the plain manifests. */
  private static final List<String> SELECTORS =
      List.of(
          "app.kubernetes.io/name in (sealed-secrets,sealed-secrets-controller)",
          "name in (sealed-secrets,sealed-secrets-controller)");

  /** Namespaces to look into for those who may not look into all. */
  private static final List<String> USUAL_NAMESPACES =
      List.of("kube-system", "sealed-secrets", "flux-system");

  private static final TimeLimit SHORT = new TimeLimit.Asked(Duration.ofSeconds(3));
  private static final int FORBIDDEN = 403;
  private static final int MOST = 5;

  private final ApiServer server;

  OtherControllers(ApiServer server) {
    this.server = server;
  }

  /** A hint for each that was found. */
  List<String> hints(Place wanted) {
    Set<String> hints = new TreeSet<>();
    for (String selector : SELECTORS) {
      places(wanted, selector).map(OtherControllers::hint).limit(MOST).forEach(hints::add);
    }
    return List.copyOf(hints);
  }

  private static String hint(Place place) {
    return "there is a controller under another name; try --controller-namespace %s --controller-name %s"
        .formatted(place.namespace(), place.name());
  }

  private Stream<Place> places(Place wanted, String selector) {
    return switch (list("/api/v1/services", selector)) {
      case Answered(Incoming answer) when answer.status() == FORBIDDEN ->
          Stream.concat(Stream.of(wanted.namespace()), USUAL_NAMESPACES.stream())
              .distinct()
              .map(namespace -> list("/api/v1/namespaces/" + namespace + "/services", selector))
              .flatMap(OtherControllers::found);
      case Reply reply -> found(reply);
    };
  }

  private Reply list(String path, String selector) {
    Outgoing question = server.get(path, "application/json");
    String query = "labelSelector=" + URLEncoder.encode(selector, StandardCharsets.UTF_8);
    return server.ask(question.asking(query), SHORT);
  }

  private static Stream<Place> found(Reply reply) {
    return reply instanceof Answered(Incoming answer) && answer.isSuccess()
        ? JsonObject.read(answer.body()).stream()
            .flatMap(list -> list.list("items").stream())
            .filter(OtherControllers::servesCertificates)
            .flatMap(service -> service.object("metadata").stream())
            .map(metadata -> new Place(metadata.text("namespace"), metadata.text("name")))
        : Stream.empty();
  }

  /** Unlike the Service for the metrics, which has the same labels. */
  private static boolean servesCertificates(JsonObject service) {
    return service.object("spec").stream()
        .flatMap(spec -> spec.list("ports").stream())
        .anyMatch(port -> port.text("port").equals("8080") || port.text("name").equals("http"));
  }
}
