package dev.signet.template;

import dev.signet.template.Rendering.Fault;
import dev.signet.template.Rendering.Kind;
import dev.signet.template.Rendering.Rendered;
import dev.signet.template.exec.ExecException;
import dev.signet.template.exec.Executor;
import dev.signet.template.function.Functions;
import dev.signet.template.limit.Allowance;
import dev.signet.template.limit.Budget;
import dev.signet.template.limit.LimitException;
import dev.signet.template.limit.Limits;
import dev.signet.template.syntax.Place;
import dev.signet.template.syntax.TemplateSet;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** A template that was parsed. Rendered as often as needed, by several threads at once. */
public final class Template implements Parsing {
  private final String name;
  private final String text;
  private final TemplateSet templates;
  private final Functions functions;

  Template(String name, String text, TemplateSet templates, Functions functions) {
    this.name = name;
    this.text = text;
    this.templates = templates;
    this.functions = functions;
  }

  /**
   * Renders it.
   *
   * @param input the items that it sees as its dot, by name
   */
  public Rendering render(Map<String, byte[]> input, Limits limits) {
    return render(input, new Budget(limits, new Allowance(limits, System::nanoTime)));
  }

  Rendering render(Map<String, byte[]> input, Budget budget) {
    var executor = new Executor(templates, functions, budget);
    try {
      byte[] output = executor.run(Value.Text.utf8(name).octets(), dot(input)).toBytes();
      budget.printed(output.length);
      return new Rendered(output);
    } catch (ExecException e) {
      return fault(Kind.EXEC, e.position(), Renderer.readable(e.reason()));
    } catch (LimitException e) {
      return fault(Kind.LIMIT, executor.position(), e.reason());
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of ours must end this template, not whoever renders it.
      return fault(Kind.EXEC, executor.position(), Renderer.defect(e));
    }
  }

  private Fault fault(Kind kind, int position, String reason) {
    Place place = Place.of(text, position);
    return new Fault(kind, name, place.line(), place.column(), reason);
  }

  private static Value dot(Map<String, byte[]> input) {
    var entries = new TreeMap<String, Value>();
    input.forEach((key, value) -> entries.put(Value.Text.utf8(key).octets(), Value.Text.of(value)));
    return new Value.Dict(Type.TEXT_MAP, entries, false);
  }
}
