package dev.signet.template.function;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;

/** The built-in functions len, index and call. */
final class ElementFunctions {
  private ElementFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("len", List.of(Type.ANY), call -> Value.Int.of(length(call.value(0)))),
        Function.of("index", List.of(Type.ANY), Type.ANY, ElementFunctions::index),
        Function.of("call", List.of(Type.ANY), Type.ANY, ElementFunctions::call));
  }

  private static long length(Value value) {
    return switch (value) {
      case Value.Text(String octets) -> octets.length();
      case Value.Items items -> items.list().size();
      case Value.Dict dict -> dict.entries().size();
      case Value.Nil _ -> throw new CallException("len of nil pointer");
      default -> throw new CallException("len of type " + value.type());
    };
  }

  private static Value index(Call call) {
    Value item = call.value(0);
    if (item instanceof Value.Nil) {
      throw new CallException("index of untyped nil");
    }
    for (Value index : call.rest(1)) {
      if (index instanceof Value.Text(String octets)) {
        call.budget().read(octets.length());
      }
      item = element(item, index);
    }
    return item;
  }

  private static Value element(Value item, Value index) {
    return switch (item) {
      case Value.Nil _ -> throw new CallException("index of nil pointer");
      case Value.Text(String octets) ->
          new Value.Int(octets.charAt(position(index, octets.length())), Type.UINT8);
      case Value.Items items -> items.list().get(position(index, items.list().size()));
      case Value.Dict dict -> dict.entries().getOrDefault(key(index), dict.type().element().zero());
      default -> throw new CallException("can't index item of type " + item.type());
    };
  }

  private static String key(Value index) {
    return switch (index) {
      case Value.Text(String octets) -> octets;
      case Value.Nil _ -> throw new CallException("value is nil; should be of type string");
      default ->
          throw new CallException("value has type %s; should be string".formatted(index.type()));
    };
  }

  private static int position(Value index, int length) {
    return switch (index) {
      case Value.Int(long bits, _) -> {
        if (bits < 0 || bits >= length) {
          throw new CallException("index out of range");
        }
        yield (int) bits;
      }
      case Value.Nil _ -> throw new CallException("cannot index slice/array with nil");
      default -> throw new CallException("cannot index slice/array with type " + index.type());
    };
  }

  /** No value is a function, so this always fails. */
  private static Value call(Call call) {
    throw new CallException(
        call.value(0) instanceof Value.Nil
            ? "call of nil"
            : "non-function of type " + call.value(0).type());
  }
}
