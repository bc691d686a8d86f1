package dev.signet.cli.cluster;

import java.util.List;
import java.util.stream.Stream;

/**
 * Why the cluster gave no answer, for a person.
 *
 * @param error without {@code error: } in front; may have a second line, as kubeseal's has
 * @param hints next steps, without {@code hint: } in front, a line each
 */
public record Fault(String error, List<String> hints) {
  public Fault {
    hints = List.copyOf(hints);
  }

  static Fault of(String error) {
    return new Fault(error, List.of());
  }

  Fault hint(String step) {
    return hints(List.of(step));
  }

  Fault hints(List<String> steps) {
    return new Fault(error, Stream.concat(hints.stream(), steps.stream()).toList());
  }

  /** The same about something larger: {@code format} has one place, for this error. */
  Fault within(String format) {
    return new Fault(format.formatted(error), hints);
  }
}
