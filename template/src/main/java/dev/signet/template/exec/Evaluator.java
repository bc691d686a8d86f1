package dev.signet.template.exec;

import dev.signet.template.exec.Caller.Arguments;
import dev.signet.template.function.Function;
import dev.signet.template.function.Functions;
import dev.signet.template.limit.Budget;
import dev.signet.template.limit.DeepStack;
import dev.signet.template.syntax.Node;
import dev.signet.template.syntax.Node.Command;
import dev.signet.template.syntax.Node.Operand;
import dev.signet.template.syntax.Node.Pipeline;
import dev.signet.template.syntax.Readings;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates what stands inside an action, within one body. */
final class Evaluator {
  private final Functions functions;
  private final Budget budget;
  private final Spot spot;
  private final Variables variables;
  private final Caller caller;
  private int depth;

  Evaluator(Functions functions, Budget budget, Spot spot, Variables variables) {
    this.functions = functions;
    this.budget = budget;
    this.spot = spot;
    this.variables = variables;
    this.caller = new Caller(this, functions, budget, spot);
  }

  Variables variables() {
    return variables;
  }

  Value pipeline(Value dot, Pipeline pipeline) {
    budget.depth(++depth);
    Value value =
        depth == DeepStack.FROM
            ? DeepStack.call(budget, () -> run(dot, pipeline))
            : run(dot, pipeline);
    depth--;
    return value;
  }

  private Value run(Value dot, Pipeline pipeline) {
    spot.enter(pipeline);
    Value value = null;
    for (Command command : pipeline.commands()) {
      value = known(command(dot, command, value));
    }
    Value result = value == null ? Value.Nil.MISSING : value;
    for (String variable : pipeline.variables()) {
      if (pipeline.isAssignment()) {
        variables.assign(variable, result);
      } else {
        variables.declare(variable, result);
      }
    }
    return result;
  }

  /** The end of a pipeline makes no difference between the two nils. */
  private static Value known(Value value) {
    return value == Value.Nil.ELEMENT ? Value.Nil.MISSING : value;
  }

  /**
   * Evaluates a command.
   *
   * @param last the value from the stage before, which becomes its last argument
   */
  private Value command(Value dot, Command command, @Nullable Value last) {
    Operand first = command.operands().getFirst();
    List<Operand> arguments = command.operands().subList(1, command.operands().size());
    boolean hasArguments = !arguments.isEmpty() || last != null;
    return switch (first) {
      case Node.Identifier identifier ->
          caller.call(dot, identifier, new Arguments(command, arguments, last));
      case Node.Field field -> fields(dot, field, new Arguments(field, arguments, last));
      case Node.Chain chain -> chain(dot, chain, new Arguments(chain, arguments, last));
      case Node.Variable variable ->
          variable(dot, variable, new Arguments(variable, arguments, last));
      case Pipeline pipeline -> {
        refuse(hasArguments);
        yield pipeline(dot, pipeline);
      }
      case Node.Dot _,
          Node.NilLiteral _,
          Node.BoolLiteral _,
          Node.StringLiteral _,
          Node.NumberLiteral _ -> {
        spot.enter(first);
        refuse(hasArguments);
        yield plain(dot, first);
      }
    };
  }

  private void refuse(boolean hasArguments) {
    if (hasArguments) {
      throw spot.error("can't give argument to non-function");
    }
  }

  private Value plain(Value dot, Operand operand) {
    return switch (operand) {
      case Node.Dot _ -> dot;
      case Node.BoolLiteral(_, boolean isTrue) -> new Value.Bool(isTrue);
      case Node.StringLiteral(_, _, String text) -> Value.Text.octets(text);
      case Node.NumberLiteral number -> constant(number);
      default -> throw spot.error("nil is not a command");
    };
  }

  /** A numeric constant whose type nothing around it says. */
  private Value constant(Node.NumberLiteral number) {
    spot.enter(number);
    String source = number.source();
    Readings readings = number.readings();
    if (readings.complex() != null) {
      return readings.complex();
    }
    if (readings.real().isPresent() && isWrittenAsFloat(source)) {
      return new Value.Real(readings.real().getAsDouble());
    }
    if (readings.signed().isPresent()) {
      return Value.Int.of(readings.signed().getAsLong());
    }
    throw spot.error(source + " overflows int");
  }

  private static boolean isWrittenAsFloat(String source) {
    boolean isHex = source.startsWith("0x") || source.startsWith("0X");
    boolean hasHexExponent = source.indexOf('p') >= 0 || source.indexOf('P') >= 0;
    return !source.startsWith("'")
        && (!isHex || hasHexExponent)
        && source.chars().anyMatch(octet -> ".eEpP".indexOf(octet) >= 0);
  }

  Value variable(Value dot, Node.Variable variable, Arguments arguments) {
    spot.enter(variable);
    Value value = variables.get(variable.name());
    if (variable.path().isEmpty()) {
      refuse(arguments.count() > 0);
      return value;
    }
    return path(dot, value, variable.path(), arguments);
  }

  Value fields(Value dot, Node.Field field, Arguments arguments) {
    spot.enter(field);
    return path(dot, dot, field.path(), arguments);
  }

  Value chain(Value dot, Node.Chain chain, Arguments arguments) {
    spot.enter(chain);
    return path(dot, caller.argument(dot, Type.ANY, chain.operand()), chain.path(), arguments);
  }

  /** Follows fields; what the last one names may be a method and gets the arguments. */
  private Value path(Value dot, Value start, List<String> path, Arguments arguments) {
    Value value = start;
    Arguments none = new Arguments(arguments.node(), List.of(), null);
    for (int index = 0; index < path.size(); index++) {
      budget.step();
      budget.read(path.get(index).length());
      boolean isLast = index == path.size() - 1;
      value = field(dot, value, path.get(index), isLast ? arguments : none);
    }
    return value;
  }

  private Value field(Value dot, Value receiver, String name, Arguments arguments) {
    if (receiver == Value.Nil.MISSING) {
      return receiver;
    }
    if (receiver == Value.Nil.ELEMENT) {
      throw spot.error("nil pointer evaluating interface {}." + name);
    }
    Function method = functions.method(receiver.type(), name);
    if (method != null) {
      return caller.call(dot, method, receiver, arguments);
    }
    return switch (receiver) {
      case Value.Dict dict -> {
        if (arguments.count() > 0) {
          throw spot.error(name + " is not a method but has arguments");
        }
        Value found = dict.entries().get(name);
        yield found == null ? Value.Nil.MISSING : found;
      }
      case Value.Opaque opaque -> structField(opaque, name, arguments);
      default -> throw noField(receiver, name);
    };
  }

  private Value structField(Value.Opaque receiver, String name, Arguments arguments) {
    for (Value.Field field : receiver.fields()) {
      if (field.name().equals(name)) {
        if (!field.isExported()) {
          throw spot.error(
              "%s is an unexported field of struct type %s".formatted(name, receiver.type()));
        }
        if (arguments.count() > 0) {
          throw spot.error(name + " has arguments but cannot be invoked as function");
        }
        return field.value();
      }
    }
    throw noField(receiver, name);
  }

  private ExecException noField(Value receiver, String name) {
    return spot.error("can't evaluate field %s in type %s".formatted(name, receiver.type()));
  }

  /** An operand given where any type will do. */
  Value open(Value dot, Operand operand) {
    return plain(dot, operand);
  }
}
