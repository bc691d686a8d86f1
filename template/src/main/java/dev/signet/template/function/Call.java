package dev.signet.template.function;

import dev.signet.template.format.Octets;
import dev.signet.template.format.Printer;
import dev.signet.template.limit.Budget;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;

/**
 * One call of a function.
 *
 * @param arguments of the types that its signature says; nil where the type allows it
 * @param hasLiterals whether all of them stand in the template text, so that they are no secret
 */
public record Call(List<Value> arguments, Budget budget, boolean hasLiterals) {
  public Call {
    arguments = List.copyOf(arguments);
  }

  public int count() {
    return arguments.size();
  }

  public Value value(int index) {
    return arguments.get(index);
  }

  /** The arguments from an index on. */
  public List<Value> rest(int index) {
    return arguments.subList(index, arguments.size());
  }

  public String octets(int index) {
    return switch (value(index)) {
      case Value.Text(String octets) -> octets;
      case Value other -> throw mismatch(other);
    };
  }

  public long integer(int index) {
    return switch (value(index)) {
      case Value.Int(long bits, _) -> bits;
      case Value other -> throw mismatch(other);
    };
  }

  public boolean isTrue(int index) {
    return value(index).isTrue();
  }

  public Value.Dict dict(int index) {
    return switch (value(index)) {
      case Value.Dict dict -> dict;
      case Value other -> throw mismatch(other);
    };
  }

  /** A string that the caller has, as a value, charged. */
  public Value.Text text(String octets) {
    budget.value(octets.length());
    return Value.Text.octets(octets);
  }

  /** The text of a value: strings and bytes themselves, anything else as it is printed. */
  public String printed(Value value) {
    if (value instanceof Value.Text(String octets)) {
      return octets;
    }
    if (value instanceof Value.Items items && items.type() == Type.BYTES) {
      budget.text(items.list().size());
      return items.octets();
    }
    Octets out = Octets.text(budget);
    new Printer(out).print(value);
    return out.toText().octets();
  }

  private static IllegalStateException mismatch(Value value) {
    return new IllegalStateException("argument was not checked: " + value.type());
  }
}
