package dev.signet.template.exec;

import dev.signet.template.function.Call;
import dev.signet.template.function.CallException;
import dev.signet.template.function.Function;
import dev.signet.template.function.Function.Evaluation;
import dev.signet.template.function.Functions;
import dev.signet.template.limit.Budget;
import dev.signet.template.syntax.Node;
import dev.signet.template.syntax.Node.Operand;
import dev.signet.template.syntax.Readings;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks and evaluates the arguments of a function, and calls it. */
final class Caller {
  private final Evaluator evaluator;
  private final Functions functions;
  private final Budget budget;
  private final Spot spot;

  Caller(Evaluator evaluator, Functions functions, Budget budget, Spot spot) {
    this.evaluator = evaluator;
    this.functions = functions;
    this.budget = budget;
    this.spot = spot;
  }

  /**
   * What a function is called with.
   *
   * @param node at which the call is reported when the function fails
   * @param last the value from the stage of the pipeline before
   */
  record Arguments(Node node, List<Operand> operands, @Nullable Value last) {
    int count() {
      return operands.size() + (last == null ? 0 : 1);
    }
  }

  Value call(Value dot, Node.Identifier identifier, Arguments arguments) {
    spot.enter(identifier);
    Function function = functions.find(identifier.name());
    if (function == null) {
      throw spot.error("\"%s\" is not a defined function".formatted(identifier.name()));
    }
    return function.evaluation() == Evaluation.ALL
        ? call(dot, function, List.of(), arguments)
        : decide(dot, function, arguments);
  }

  /** Calls a method, whose first argument is the value that has it. */
  Value call(Value dot, Function method, Value receiver, Arguments arguments) {
    return call(dot, method, List.of(receiver), arguments);
  }

  private Value call(Value dot, Function function, List<Value> before, Arguments arguments) {
    checkCount(function, before.size(), arguments);
    List<Value> values = new ArrayList<>(before);
    for (Operand operand : arguments.operands()) {
      Type wanted = function.parameter(values.size());
      values.add(given(argument(dot, wanted, operand), wanted));
    }
    if (arguments.last() != null) {
      Type wanted = function.parameter(values.size());
      values.add(given(checked(arguments.last(), wanted), wanted));
    }
    try {
      return function.body().apply(new Call(values, budget, hasLiterals(arguments)));
    } catch (CallException e) {
      if (e.isOfFunction()) {
        throw spot.error(e.reason());
      }
      spot.back(arguments.node().position());
      throw spot.error("error calling %s: %s".formatted(function.name(), e.reason()));
    }
  }

  private static boolean hasLiterals(Arguments arguments) {
    return arguments.last() == null
        && arguments.operands().stream().allMatch(Node.StringLiteral.class::isInstance);
  }

  /** Who asks for a string reads it: charged here, so that no function can forget to. */
  private Value given(Value value, Type wanted) {
    if (wanted == Type.STRING && value instanceof Value.Text(String octets)) {
      budget.read(octets.length());
    }
    return value instanceof Value.Nil ? Value.Nil.ELEMENT : value;
  }

  private void checkCount(Function function, int bound, Arguments arguments) {
    int least = function.fixed().size() - bound;
    int count = arguments.count();
    if (function.repeated() == null && count != least) {
      throw spot.error(
          "wrong number of args for %s: want %d got %d".formatted(function.name(), least, count));
    }
    if (count < least) {
      throw spot.error(
          "wrong number of args for %s: want at least %d got %d"
              .formatted(function.name(), least, arguments.operands().size()));
    }
  }

  /** Evaluates no further than to the argument that decides, and returns that. */
  private Value decide(Value dot, Function function, Arguments arguments) {
    checkCount(function, 0, arguments);
    boolean isWanted = function.evaluation() == Evaluation.UNTIL_TRUE;
    Value value = Value.Nil.MISSING;
    for (Operand operand : arguments.operands()) {
      value = argument(dot, Type.ANY, operand);
      if (value.isTrue() == isWanted) {
        return value;
      }
    }
    return arguments.last() == null ? value : arguments.last();
  }

  Value argument(Value dot, Type wanted, Operand operand) {
    spot.enter(operand);
    return switch (operand) {
      case Node.Dot _ -> checked(dot, wanted);
      case Node.NilLiteral _ -> {
        if (!wanted.canBeNil()) {
          throw spot.error("cannot assign nil to " + wanted);
        }
        yield wanted.zero();
      }
      case Node.Field field -> checked(evaluator.fields(dot, field, none(field)), wanted);
      case Node.Variable variable ->
          checked(evaluator.variable(dot, variable, none(variable)), wanted);
      case Node.Pipeline pipeline -> checked(evaluator.pipeline(dot, pipeline), wanted);
      case Node.Chain chain -> checked(evaluator.chain(dot, chain, none(chain)), wanted);
      case Node.Identifier identifier -> checked(call(dot, identifier, none(identifier)), wanted);
      case Node.BoolLiteral _, Node.StringLiteral _, Node.NumberLiteral _ ->
          literal(dot, wanted, operand);
    };
  }

  private static Arguments none(Node node) {
    return new Arguments(node, List.of(), null);
  }

  private Value literal(Value dot, Type wanted, Operand operand) {
    spot.enter(operand);
    return switch (wanted) {
      case ANY -> evaluator.open(dot, operand);
      case BOOL ->
          operand instanceof Node.BoolLiteral(_, boolean isTrue)
              ? new Value.Bool(isTrue)
              : fail("expected bool; found " + source(operand));
      case STRING ->
          operand instanceof Node.StringLiteral(_, _, String text)
              ? Value.Text.octets(text)
              : fail("expected string; found " + source(operand));
      case INT, INT64, UINT8, UINT32, UINT64, FLOAT, COMPLEX, MONTH, WEEKDAY, DURATION ->
          number(wanted, operand);
      default -> fail("can't handle %s for arg of type %s".formatted(source(operand), wanted));
    };
  }

  private Value number(Type wanted, Operand operand) {
    if (operand instanceof Node.NumberLiteral(_, _, Readings readings)) {
      if (wanted == Type.FLOAT && readings.real().isPresent()) {
        return new Value.Real(readings.real().getAsDouble());
      }
      if (wanted.isUnsigned() && readings.unsigned().isPresent()) {
        return new Value.Int(readings.unsigned().getAsLong(), wanted);
      }
      if (wanted.isSigned() && readings.signed().isPresent()) {
        return new Value.Int(readings.signed().getAsLong(), wanted);
      }
    }
    String sort =
        wanted == Type.FLOAT ? "float" : wanted.isUnsigned() ? "unsigned integer" : "integer";
    return fail("expected %s; found %s".formatted(sort, source(operand)));
  }

  private Value checked(Value value, Type wanted) {
    if (wanted == Type.ANY || value.type() == wanted) {
      return value;
    }
    if (value == Value.Nil.MISSING) {
      return wanted.canBeNil() ? wanted.zero() : fail("invalid value; expected " + wanted);
    }
    return fail("wrong type for value; expected %s; got %s".formatted(wanted, value.type()));
  }

  private Value fail(String reason) {
    throw spot.error(reason);
  }

  private static String source(Operand operand) {
    return switch (operand) {
      case Node.BoolLiteral(_, boolean isTrue) -> Boolean.toString(isTrue);
      case Node.StringLiteral(_, String source, _) -> source;
      case Node.NumberLiteral(_, String source, _) -> source;
      default -> throw new IllegalArgumentException("no literal");
    };
  }
}
