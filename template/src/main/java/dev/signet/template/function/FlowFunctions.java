package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.BOOL;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.value.Value;
import java.util.List;

/** Choices between values, and giving up. */
final class FlowFunctions {
  private FlowFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("default", List.of(ANY), ANY, FlowFunctions::orDefault),
        Function.of("empty", List.of(ANY), call -> new Value.Bool(isEmpty(call.value(0)))),
        Function.of("coalesce", List.of(), ANY, FlowFunctions::coalesce),
        Function.of(
            "all",
            List.of(),
            ANY,
            call -> new Value.Bool(call.arguments().stream().noneMatch(FlowFunctions::isEmpty))),
        Function.of(
            "any",
            List.of(),
            ANY,
            call -> new Value.Bool(call.arguments().stream().anyMatch(value -> !isEmpty(value)))),
        Function.of(
            "ternary",
            List.of(ANY, ANY, BOOL),
            call -> call.isTrue(2) ? call.value(0) : call.value(1)),
        Function.of("fail", List.of(STRING), FlowFunctions::fail));
  }

  /** What Sprig takes for not set; the same as false in a condition. */
  static boolean isEmpty(Value value) {
    return !value.isTrue();
  }

  private static Value orDefault(Call call) {
    return call.count() > 1 && !isEmpty(call.value(1)) ? call.value(1) : call.value(0);
  }

  private static Value coalesce(Call call) {
    return call.arguments().stream()
        .filter(value -> !isEmpty(value))
        .findFirst()
        .orElse(Value.Nil.ELEMENT);
  }

  /** What it says is repeated only if it stands in the template: else it may hold input. */
  private static Value fail(Call call) {
    throw new CallException(call.hasLiterals() ? call.octets(0) : "fail was called");
  }
}
