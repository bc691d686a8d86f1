package dev.signet.template.function;

import static dev.signet.template.value.Type.STRING;

import dev.signet.template.value.Value;
import dev.signet.template.version.BadVersionException;
import dev.signet.template.version.Constraints;
import dev.signet.template.version.Version;
import java.util.List;

/** Semantic versions. */
final class SemverFunctions {
  /** Versions are found by regular expressions. */
  private static final int STEPS_PER_OCTET = 8;

  private SemverFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("semver", List.of(STRING), call -> version(call, 0)),
        Function.of("semverCompare", List.of(STRING, STRING), SemverFunctions::compare));
  }

  private static Version version(Call call, int index) {
    String octets = call.octets(index);
    call.budget().steps((long) STEPS_PER_OCTET * octets.length());
    try {
      return Version.read(octets);
    } catch (BadVersionException e) {
      throw new CallException(e.reason());
    }
  }

  private static Value compare(Call call) {
    String octets = call.octets(0);
    call.budget().steps((long) STEPS_PER_OCTET * octets.length());
    call.budget().text(octets.length());
    try {
      Constraints constraints = Constraints.read(octets);
      return new Value.Bool(constraints.areMetBy(version(call, 1)));
    } catch (BadVersionException e) {
      throw new CallException(e.reason());
    }
  }
}
