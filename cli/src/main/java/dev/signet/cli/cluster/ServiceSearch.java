package dev.signet.cli.cluster;

import dev.signet.cli.cluster.Controller.Place;
import dev.signet.cli.cluster.Reply.Answered;
import dev.signet.cli.cluster.Reply.Late;
import dev.signet.cli.cluster.Reply.Silent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks the controller's Service up. */
record ServiceSearch(ApiServer server, Place place) {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final Set<String> OBJECTS = Set.of("", "application/json", "application/yaml");

  Search search() {
    Optional<String> unfit = unfitName();
    if (unfit.isPresent()) {
      return missing(unfit.get(), List.of());
    }
    Outgoing question = server.get(ServicePath.object(place), "application/json");
    return switch (server.ask(question)) {
      case Answered(Incoming answer) when answer.isSuccess() -> found(answer);
      case Answered(Incoming answer) -> refused(Refusal.of(answer, question, place.name()));
      case Silent(String why) -> missing(why, nextSteps(why));
      case Late late ->
          missing(
              late.text() + ": the API server cannot be reached from here, or is overloaded",
              List.of(NextStep.WITHOUT_CLUSTER));
    };
  }

  /** What cannot stand in a path would ask for something else than was meant. */
  private Optional<String> unfitName() {
    if (place.name().isEmpty()) {
      return Optional.of("resource name may not be empty");
    }
    return unfit("namespace", place.namespace()).or(() -> unfit("resource name", place.name()));
  }

  private static Optional<String> unfit(String what, String name) {
    List<String> complaints = new ArrayList<>();
    if (name.equals(".") || name.equals("..")) {
      complaints.add("may not be '%s'".formatted(name));
    }
    for (String illegal : List.of("/", "%")) {
      if (name.contains(illegal)) {
        complaints.add("may not contain '%s'".formatted(illegal));
      }
    }
    return complaints.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "invalid %s \"%s\": [%s]".formatted(what, name, String.join(" ", complaints)));
  }

  private Search found(Incoming answer) {
    if (!OBJECTS.contains(answer.mediaType())) {
      String type = answer.header("Content-Type").orElse("");
      return missing("serializer for %s doesn't exist".formatted(type), List.of());
    }
    Optional<JsonObject> object = JsonObject.read(answer.body());
    if (object.isEmpty() || !object.get().text("kind").equals("Service")) {
      return missing("the API server's answer is no Service", List.of());
    }
    List<JsonObject> ports =
        object.get().object("spec").map(spec -> spec.list("ports")).orElse(List.of());
    if (ports.isEmpty()) {
      return missing(
          "services \"%s\" has no ports".formatted(place.name()),
          new OtherControllers(server).hints(place));
    }
    String port = ports.getFirst().text("name");
    return new Search.Found(new Controller(server, new ServicePath(place, port)));
  }

  private static List<String> nextSteps(String why) {
    return why.contains("unknown authority")
        ? List.of(NextStep.AUTHORITY)
        : List.of(NextStep.WITHOUT_CLUSTER);
  }

  private Search refused(Refusal refusal) {
    if (refusal.code() == FORBIDDEN) {
      return missing(refusal.why(), List.of(NextStep.RIGHTS));
    }
    if (refusal.code() == UNAUTHORIZED) {
      return missing(refusal.why(), List.of(NextStep.CREDENTIALS));
    }
    if (place.namespace().isEmpty()) {
      return missing(refusal.why(), List.of(NextStep.NAMESPACE));
    }
    boolean isElsewhere = refusal.isStated() && refusal.code() == NOT_FOUND;
    return missing(
        refusal.why(), isElsewhere ? new OtherControllers(server).hints(place) : List.of());
  }

  private static Search missing(String why, List<String> hints) {
    // The second line is part of the text that scripts know.
    String error =
        """
        cannot get sealed secret service: %s.
        Please, use the flag --controller-name and --controller-namespace to set up the name and \
        namespace of the sealed secrets controller\
        """
            .formatted(why);
    return new Search.Missing(Fault.of(error).hints(hints));
  }
}
