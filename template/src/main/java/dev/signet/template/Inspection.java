package dev.signet.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.template.function.Environment;
import dev.signet.template.function.Functions;
import dev.signet.template.limit.Allowance;
import dev.signet.template.limit.Budget;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.LimitException;
import dev.signet.template.limit.Limits;
import dev.signet.template.syntax.Inspector;
import dev.signet.template.syntax.Parser;
import dev.signet.template.syntax.Place;
import dev.signet.template.syntax.SyntaxException;
import dev.signet.template.syntax.TemplateSet;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be said of templates without running them. Safe for use by several threads. */
public final class Inspection {
  private static final Pattern STARTED = Pattern.compile("(.*) started at line ([0-9]{1,8})");

  private final Functions functions = Functions.standard(Environment.system());

  /**
   * Something that is wrong with a template, or surely not as meant.
   *
   * @param line in the template, counted from 1
   * @param column bytes since the start of the line
   */
  public record Finding(int line, int column, String text) {}

  /**
   * All that is found, in the order of the text; no more than one thing if it cannot be parsed.
   *
   * @param keys of the input
   */
  public List<Finding> of(String name, String template, Set<String> keys) {
    String text = Value.Text.utf8(template).octets();
    String octets = Value.Text.utf8(name).octets();
    Limits limits = Limits.standard();
    var budget = new Budget(limits, new Allowance(limits, System::nanoTime));
    try {
      budget.size(Limit.TEMPLATE_BYTES, text.length());
      TemplateSet templates = new Parser(octets, text, Inspector.allNames(), budget).parse();
      return new Inspector(functions.names(), octets(keys))
          .inspect(octets, templates).entrySet().stream()
              .map(remark -> finding(text, remark))
              .toList();
    } catch (SyntaxException e) {
      return List.of(unparsed(e));
    } catch (LimitException e) {
      return List.of(new Finding(1, 0, e.reason()));
    }
  }

  /** Where an action began that never ends says more than where the text did. */
  private static Finding unparsed(SyntaxException e) {
    String reason = readable(e.reason());
    Matcher started = STARTED.matcher(reason);
    return started.matches()
        ? new Finding(Integer.parseInt(started.group(2)), 0, started.group(1))
        : new Finding(e.line(), 0, reason);
  }

  private static Set<String> octets(Set<String> keys) {
    return keys.stream().map(key -> Value.Text.utf8(key).octets()).collect(Collectors.toSet());
  }

  private static Finding finding(String text, Map.Entry<Integer, String> remark) {
    Place place = Place.of(text, remark.getKey());
    return new Finding(place.line(), place.column(), readable(remark.getValue()));
  }

  private static String readable(String octets) {
    return new String(Value.Text.octets(octets).toBytes(), UTF_8);
  }
}
