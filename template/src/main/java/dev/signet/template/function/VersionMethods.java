package dev.signet.template.function;

import static dev.signet.template.value.Type.STRING;
import static dev.signet.template.value.Type.VERSION;
import static dev.signet.template.value.Type.VERSION_STRUCT;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import dev.signet.template.version.BadVersionException;
import dev.signet.template.version.Version;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What a version says of itself. A changed one is no pointer, and so has fewer methods. */
final class VersionMethods {
  private VersionMethods() {}

  /** A change that may be refused. */
  private interface Change {
    Version apply(Version version, String text) throws BadVersionException;
  }

  static List<Method> all() {
    return Stream.of(ofBoth(VERSION), ofBoth(VERSION_STRUCT), ofPointers())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Method> ofBoth(Type type) {
    return List.of(
        Method.of(type, "Major", List.of(), call -> of(call).major()),
        Method.of(type, "Minor", List.of(), call -> of(call).minor()),
        Method.of(type, "Patch", List.of(), call -> of(call).patch()),
        Method.of(type, "Prerelease", List.of(), call -> text(call, of(call).prerelease())),
        Method.of(type, "Metadata", List.of(), call -> text(call, of(call).metadata())),
        Method.of(type, "String", List.of(), call -> text(call, of(call).text())),
        Method.of(type, "IncMajor", List.of(), call -> charged(call, of(call).nextMajor())),
        Method.of(type, "IncMinor", List.of(), call -> charged(call, of(call).nextMinor())),
        Method.of(type, "IncPatch", List.of(), call -> charged(call, of(call).nextPatch())),
        change(type, "SetPrerelease", Version::withPrerelease),
        change(type, "SetMetadata", Version::withMetadata));
  }

  private static List<Method> ofPointers() {
    return List.of(
        Method.of(VERSION, "Original", List.of(), call -> text(call, of(call).original())),
        Method.of(VERSION, "Compare", List.of(VERSION), call -> Value.Int.of(order(call))),
        comparison("Equal", order -> order == 0),
        comparison("LessThan", order -> order < 0),
        comparison("LessThanEqual", order -> order <= 0),
        comparison("GreaterThan", order -> order > 0),
        comparison("GreaterThanEqual", order -> order >= 0));
  }

  private static Method change(Type type, String name, Change change) {
    return Method.of(
        type,
        name,
        List.of(STRING),
        call -> {
          call.budget().steps(call.octets(1).length());
          try {
            return charged(call, change.apply(of(call), call.octets(1)));
          } catch (BadVersionException e) {
            throw new CallException(e.reason());
          }
        });
  }

  private static Method comparison(String name, IntPredicate holds) {
    return Method.of(
        VERSION, name, List.of(VERSION), call -> new Value.Bool(holds.test(order(call))));
  }

  private static int order(Call call) {
    if (!(call.value(1) instanceof Version other)) {
      throw new CallException("invalid memory address or nil pointer dereference");
    }
    call.budget().read(of(call).prerelease().length());
    return of(call).order(other);
  }

  private static Version of(Call call) {
    if (call.value(0) instanceof Version version) {
      return version;
    }
    throw new CallException("invalid memory address or nil pointer dereference");
  }

  private static Version charged(Call call, Version version) {
    call.budget().text(version.text().length());
    return version;
  }

  private static Value text(Call call, String octets) {
    return call.text(octets);
  }
}
