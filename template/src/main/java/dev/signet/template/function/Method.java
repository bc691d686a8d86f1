package dev.signet.template.function;

import dev.signet.template.value.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A method of a type. Its function takes the value that it is called on as the first argument, of
 * which a template that counts arguments knows nothing.
 */
public record Method(Type receiver, Function function) {
  /** A method whose arguments after the receiver have these types. */
  public static Method of(Type receiver, String name, List<Type> arguments, Function.Body body) {
    var types = new ArrayList<Type>();
    types.add(receiver);
    types.addAll(arguments);
    return new Method(receiver, Function.of(name, types, body));
  }
}
