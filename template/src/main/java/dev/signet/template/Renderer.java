package dev.signet.template;

import dev.signet.template.Rendering.Fault;
import dev.signet.template.Rendering.Kind;
import dev.signet.template.Rendering.Rendered;
import dev.signet.template.exec.ExecException;
import dev.signet.template.exec.Executor;
import dev.signet.template.function.Environment;
import dev.signet.template.function.Functions;
import dev.signet.template.limit.Allowance;
import dev.signet.template.limit.Budget;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.LimitException;
import dev.signet.template.limit.Limits;
import dev.signet.template.syntax.Parser;
import dev.signet.template.syntax.Place;
import dev.signet.template.syntax.SyntaxException;
import dev.signet.template.syntax.TemplateSet;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Renders templates. Safe for use by several threads. */
public final class Renderer {
  private final Functions functions = Functions.standard(Environment.system());

  /**
   * Renders one template.
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
    String text = Value.Text.of(template).octets();
    String octets = Value.Text.utf8(name).octets();
    TemplateSet templates;
    try {
      budget.size(Limit.TEMPLATE_BYTES, template.length);
      templates = new Parser(octets, text, functions.names(), budget).parse();
    } catch (SyntaxException e) {
      return new Fault(Kind.PARSE, name, e.line(), 0, readable(e.reason()));
    } catch (LimitException e) {
      return new Fault(Kind.LIMIT, name, 1, 0, e.reason());
    }
    var executor = new Executor(templates, functions, budget);
    try {
      byte[] output = executor.run(octets, dot(input)).toBytes();
      budget.printed(output.length);
      return new Rendered(output);
    } catch (ExecException e) {
      Place place = Place.of(text, e.position());
      return new Fault(Kind.EXEC, name, place.line(), place.column(), readable(e.reason()));
    } catch (LimitException e) {
      Place place = Place.of(text, executor.position());
      return new Fault(Kind.LIMIT, name, place.line(), place.column(), e.reason());
    }
  }

  private static Value dot(Map<String, byte[]> input) {
    var entries = new TreeMap<String, Value>();
    input.forEach((key, value) -> entries.put(Value.Text.utf8(key).octets(), Value.Text.of(value)));
    return new Value.Dict(Type.TEXT_MAP, entries, false);
  }

  private static String readable(String octets) {
    return new String(Value.Text.octets(octets).toBytes(), StandardCharsets.UTF_8);
  }
}
