package dev.signet.cli.cluster;

import java.util.List;

/**
 * Why the cluster gave no answer, for a person.
 *
 * @param error without {@code error: } in front; may have a second line, as kubeseal's has
 * @param hints next steps, without {@code hint: } in front
 */
public record Fault(String error, List<String> hints) {
  public Fault {
    hints = List.copyOf(hints);
  }

  static Fault of(String error) {
    return new Fault(error, List.of());
  }
}
