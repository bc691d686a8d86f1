package dev.signet.template.function;

import dev.signet.template.function.Function.Evaluation;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;

/** The built-in functions and, or, not. */
final class LogicFunctions {
  private LogicFunctions() {}

  static List<Function> all() {
    return List.of(
        deciding("and", Evaluation.UNTIL_FALSE),
        deciding("or", Evaluation.UNTIL_TRUE),
        Function.of("not", List.of(Type.ANY), call -> new Value.Bool(!call.isTrue(0))));
  }

  private static Function deciding(String name, Evaluation evaluation) {
    return new Function(
        name, List.of(Type.ANY), Type.ANY, evaluation, call -> call.value(call.count() - 1));
  }
}
