package dev.signet.template.exec;

import dev.signet.template.format.Octets;
import dev.signet.template.format.Printer;
import dev.signet.template.function.Functions;
import dev.signet.template.limit.Budget;
import dev.signet.template.limit.DeepStack;
import dev.signet.template.syntax.Node;
import dev.signet.template.syntax.Node.Body;
import dev.signet.template.syntax.Node.Pipeline;
import dev.signet.template.syntax.Node.Statement;
import dev.signet.template.syntax.TemplateSet;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a template, once. */
public final class Executor {
  /** Bodies within bodies over all calls; with it goes the size of the stack. */
  private static final int NESTING_PER_DEPTH = 10;

  private final TemplateSet templates;
  private final Functions functions;
  private final Budget budget;
  private final Spot spot;
  private final Octets output;
  private int calls;
  private int nesting;

  public Executor(TemplateSet templates, Functions functions, Budget budget) {
    this.templates = templates;
    this.functions = functions;
    this.budget = budget;
    this.spot = new Spot(budget);
    this.output = Octets.output(budget);
  }

  /** How a body ended. */
  private enum Ending {
    REACHED,
    BROKEN,
    CONTINUED
  }

  /** What a body sees. */
  private record Frame(Value dot, Evaluator evaluator) {
    Frame with(Value newDot) {
      return new Frame(newDot, evaluator);
    }

    Value evaluate(Pipeline pipeline) {
      return evaluator.pipeline(dot, pipeline);
    }

    Variables variables() {
      return evaluator.variables();
    }
  }

  public Value.Text run(String name, Value dot) {
    Body body = templates.find(name);
    if (body != null) {
      body(frame(dot), body);
    }
    return output.toText();
  }

  /** Where it is or was. */
  public int position() {
    return spot.position();
  }

  private Frame frame(Value dot) {
    return new Frame(dot, new Evaluator(functions, budget, spot, new Variables(spot, dot)));
  }

  private Ending body(Frame frame, Body body) {
    budget.depth(++nesting / NESTING_PER_DEPTH);
    Ending ending =
        nesting == DeepStack.FROM
            ? DeepStack.call(budget, () -> statements(frame, body.statements()))
            : statements(frame, body.statements());
    nesting--;
    return ending;
  }

  private Ending statements(Frame frame, List<Statement> statements) {
    for (Statement statement : statements) {
      spot.enter(statement);
      Ending ending = statement(frame, statement);
      if (ending != Ending.REACHED) {
        return ending;
      }
    }
    return Ending.REACHED;
  }

  private Ending statement(Frame frame, Statement statement) {
    return switch (statement) {
      case Node.Verbatim(_, String text) -> {
        output.add(text);
        yield Ending.REACHED;
      }
      case Node.Action action -> {
        action(frame, action);
        yield Ending.REACHED;
      }
      case Node.Break _ -> Ending.BROKEN;
      case Node.Continue _ -> Ending.CONTINUED;
      case Node.If control -> ifControl(frame, control);
      case Node.With control -> withControl(frame, control);
      case Node.Range range -> range(frame, range);
      case Node.Include include -> {
        include(frame, include);
        yield Ending.REACHED;
      }
    };
  }

  private void action(Frame frame, Node.Action action) {
    Value value = frame.evaluate(action.pipeline());
    if (!action.pipeline().variables().isEmpty()) {
      return;
    }
    spot.enter(action);
    if (value instanceof Value.Nil) {
      output.add("<no value>");
    } else {
      new Printer(output).print(value);
    }
  }

  private Ending ifControl(Frame frame, Node.If control) {
    int mark = frame.variables().mark();
    boolean isTrue = frame.evaluate(control.pipeline()).isTrue();
    Body chosen = isTrue ? control.then() : control.otherwise();
    Ending ending = chosen == null ? Ending.REACHED : body(frame, chosen);
    frame.variables().forgetSince(mark);
    return ending;
  }

  private Ending withControl(Frame frame, Node.With control) {
    int mark = frame.variables().mark();
    Value value = frame.evaluate(control.pipeline());
    Body chosen = value.isTrue() ? control.then() : control.otherwise();
    Frame inner = value.isTrue() ? frame.with(value) : frame;
    Ending ending = chosen == null ? Ending.REACHED : body(inner, chosen);
    frame.variables().forgetSince(mark);
    return ending;
  }

  private Ending range(Frame frame, Node.Range range) {
    int mark = frame.variables().mark();
    Value value = frame.evaluate(range.pipeline());
    Ending ending = Ending.REACHED;
    if (!turns(frame, range, value) && range.otherwise() != null) {
      ending = body(frame, range.otherwise());
    }
    frame.variables().forgetSince(mark);
    return ending;
  }

  /** Runs the body for each element and says whether there was any. */
  private boolean turns(Frame frame, Node.Range range, Value value) {
    var loop = new Loop(frame, range);
    return switch (value) {
      case Value.Nil _ -> false;
      case Value.Items items -> {
        boolean isAny = !items.list().isEmpty();
        boolean isOn = true;
        for (int index = 0; isOn && index < items.list().size(); index++) {
          isOn = loop.turn(Value.Int.of(index), items.list().get(index));
        }
        yield isAny;
      }
      case Value.Dict dict -> eachEntry(loop, dict);
      case Value.Int number -> count(loop, range, number);
      default -> throw spot.error("range can't iterate over type " + value.type());
    };
  }

  /** The body may change the map; the loop goes on over what there was, and that counts. */
  private boolean eachEntry(Loop loop, Value.Dict dict) {
    budget.items(dict.entries().size());
    boolean isAny = dict.isTrue();
    for (var entry : dict.entries().entrySet().stream().map(Map.Entry::copyOf).toList()) {
      if (!loop.turn(Value.Text.octets(entry.getKey()), entry.getValue())) {
        break;
      }
    }
    return isAny;
  }

  private boolean count(Loop loop, Node.Range range, Value.Int number) {
    if (range.pipeline().variables().size() > 1) {
      throw spot.error("can't use an integer to iterate over more than one variable");
    }
    boolean isAny = number.type().isUnsigned() ? number.isTrue() : number.bits() > 0;
    boolean isOn = isAny;
    for (long turn = 0; isOn && turn != number.bits(); turn++) {
      isOn = loop.turn(Value.Nil.MISSING, new Value.Int(turn, number.type()));
    }
    return isAny;
  }

  /** The turns of one range. */
  private final class Loop {
    private final Frame frame;
    private final Node.Range range;
    private final int mark;

    Loop(Frame frame, Node.Range range) {
      this.frame = frame;
      this.range = range;
      this.mark = frame.variables().mark();
    }

    /** False when it is the last one. */
    boolean turn(Value index, Value element) {
      budget.step();
      bind(index, element);
      Ending ending = body(frame.with(element), range.each());
      frame.variables().forgetSince(mark);
      return ending != Ending.BROKEN;
    }

    private void bind(Value index, Value element) {
      List<String> names = range.pipeline().variables();
      Variables variables = frame.variables();
      if (range.pipeline().isAssignment()) {
        if (names.size() > 1) {
          variables.assign(names.getFirst(), index);
        }
        variables.assign(names.getLast(), element);
      } else if (!names.isEmpty()) {
        variables.assignTop(1, element);
        if (names.size() > 1) {
          variables.assignTop(2, index);
        }
      }
    }
  }

  private void include(Frame frame, Node.Include include) {
    Body body = templates.find(include.name());
    if (body == null) {
      throw spot.error("template is not defined");
    }
    budget.depth(++calls);
    Value dot = included(frame, include.pipeline());
    int position = spot.position();
    body(frame(dot), body);
    spot.back(position);
    calls--;
  }

  private static Value included(Frame frame, @Nullable Pipeline pipeline) {
    return pipeline == null ? Value.Nil.MISSING : frame.evaluate(pipeline);
  }
}
