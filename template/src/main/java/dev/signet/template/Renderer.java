package dev.signet.template;

import dev.signet.template.Rendering.Fault;
import dev.signet.template.Rendering.Kind;
import dev.signet.template.function.Environment;
import dev.signet.template.function.Functions;
import dev.signet.template.limit.Allowance;
import dev.signet.template.limit.Budget;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.LimitException;
import dev.signet.template.limit.Limits;
import dev.signet.template.syntax.Parser;
import dev.signet.template.syntax.SyntaxException;
import dev.signet.template.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Parses and renders templates. Safe for use by several threads. */
public final class Renderer {
  private final Functions functions = Functions.standard(Environment.system());

  /**
   * Parses a template, to render it several times.
   *
   * @param name what faults call it; the template can call itself by it
   * @param template its text
   */
  public Parsing parse(String name, byte[] template, Limits limits) {
    return parse(name, template, new Budget(limits, new Allowance(limits, System::nanoTime)));
  }

  /**
   * Parses and renders a template, once.
   *
   * @param name what faults call it; the template can call itself by it
   * @param template its text
   * @param input the items that it sees as its dot, by name
   */
  public Rendering render(String name, byte[] template, Map<String, byte[]> input, Limits limits) {
    var allowance = new Allowance(limits, System::nanoTime);
    return render(name, template, input, new Budget(limits, allowance));
  }

  Rendering render(String name, byte[] template, Map<String, byte[]> input, Budget budget) {
    return switch (parse(name, template, budget)) {
      case Template parsed -> parsed.render(input, budget);
      case Fault fault -> fault;
    };
  }

  private Parsing parse(String name, byte[] template, Budget budget) {
    String text = Value.Text.of(template).octets();
    try {
      // Many small templates look at the clock nowhere else.
      budget.pause();
      budget.size(Limit.TEMPLATE_BYTES, template.length);
      var parser = new Parser(Value.Text.utf8(name).octets(), text, functions.names(), budget);
      return new Template(name, text, parser.parse(), functions);
    } catch (SyntaxException e) {
      return new Fault(Kind.PARSE, name, e.line(), 0, readable(e.reason()));
    } catch (LimitException e) {
      return new Fault(Kind.LIMIT, name, 1, 0, e.reason());
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of ours must end this template, not whoever renders it.
      return new Fault(Kind.PARSE, name, 1, 0, defect(e));
    }
  }

  /** Its message might hold a value, so only the class is named. */
  static String defect(Throwable defect) {
    return "the template engine failed: " + defect.getClass().getSimpleName();
  }

  static String readable(String octets) {
    return new String(Value.Text.octets(octets).toBytes(), StandardCharsets.UTF_8);
  }
}
