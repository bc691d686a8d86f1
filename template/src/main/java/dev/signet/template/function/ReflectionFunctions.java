package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;

/** The names of types and kinds. */
final class ReflectionFunctions {
  private static final List<Type> NAME_AND_VALUE = List.of(STRING, ANY);

  private ReflectionFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("typeOf", List.of(ANY), call -> Value.Text.octets(type(call.value(0)))),
        Function.of("kindOf", List.of(ANY), call -> Value.Text.octets(kind(call.value(0)))),
        Function.of(
            "typeIs",
            NAME_AND_VALUE,
            call -> new Value.Bool(call.octets(0).equals(type(call.value(1))))),
        Function.of("typeIsLike", NAME_AND_VALUE, call -> new Value.Bool(isLike(call))),
        Function.of(
            "kindIs",
            NAME_AND_VALUE,
            call -> new Value.Bool(call.octets(0).equals(kind(call.value(1))))));
  }

  private static boolean isLike(Call call) {
    String type = type(call.value(1));
    return type.equals(call.octets(0)) || type.equals("*" + call.octets(0));
  }

  private static String type(Value value) {
    return value instanceof Value.Nil ? "<nil>" : value.type().toString();
  }

  private static String kind(Value value) {
    return value instanceof Value.Nil ? "invalid" : value.type().kind();
  }
}
