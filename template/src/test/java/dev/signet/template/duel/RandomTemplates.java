package dev.signet.template.duel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Makes templates and data from a seed: mostly well typed, some not, none with a result that
 * depends on the day or on luck.
 */
final class RandomTemplates {
  private static final int DEEPEST = 2;

  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private int level;
  private int loops;

  RandomTemplates(RandomGenerator random) {
    this.random = random;
    this.expressions = new RandomExpressions(random);
  }

  /** A template and its input. */
  record Drawn(String template, Map<String, String> data) {
    byte[] text() {
      return template.getBytes(UTF_8);
    }

    Map<String, byte[]> input() {
      Map<String, byte[]> input = new TreeMap<>();
      data.forEach((name, value) -> input.put(name, value.getBytes(UTF_8)));
      return input;
    }
  }

  Drawn next() {
    level = 0;
    loops = 0;
    expressions.forgetVariables();
    var text = new StringBuilder();
    boolean hasDefinition = random.nextInt(6) == 0;
    if (hasDefinition) {
      text.append("{{define \"sub\"}}").append(body()).append("{{end}}");
    }
    expressions.forgetVariables();
    text.append(body());
    if (hasDefinition) {
      text.append("{{template \"sub\" ").append(expressions.any()).append("}}");
    }
    Map<String, String> data = new TreeMap<>();
    for (String name : RandomExpressions.NAMES) {
      if (random.nextInt(20) > 0) {
        data.put(name, expressions.item());
      }
    }
    return new Drawn(text.toString(), data);
  }

  private String body() {
    level++;
    int mark = expressions.variables();
    List<String> parts = new ArrayList<>();
    for (int left = 1 + random.nextInt(level == 1 ? 3 : 2); left > 0; left--) {
      parts.add(statement());
    }
    expressions.forgetVariablesSince(mark);
    level--;
    return String.join("", parts);
  }

  private String statement() {
    return switch (random.nextInt(level > DEEPEST ? 7 : 13)) {
      case 0 -> draw("x", " ", "\n", "a: b\n", "  - ", "é", "}} ", "\t");
      case 1 -> draw("{{/* c */}}", "{{- /* c */ -}}", "{{ \"}}\" }}", "{{``}}");
      case 2, 3, 4 -> "{{" + draw("", "- ") + expressions.printed() + draw("", " -") + "}}";
      case 5 -> declaration();
      case 6 -> assignment();
      case 7, 8 -> condition();
      case 9 -> "{{with " + expressions.any() + "}}" + body() + otherwise() + "{{end}}";
      case 10, 11 -> range();
      default -> "{{block \"b" + random.nextInt(1000) + "\" .}}" + closed() + "{{end}}";
    };
  }

  private String closed() {
    int kept = loops;
    loops = 0;
    String body = expressions.apart(this::body);
    loops = kept;
    return body;
  }

  private String declaration() {
    char type = expressions.type();
    String value = expressions.of(type);
    return "{{" + expressions.declare(type) + " := " + value + "}}";
  }

  private String assignment() {
    char type = expressions.type();
    String variable = expressions.variable(type);
    return variable == null ? declaration() : "{{" + variable + " = " + expressions.of(type) + "}}";
  }

  private String condition() {
    String first = "{{if " + expressions.any() + "}}" + body();
    if (random.nextInt(3) == 0) {
      first += "{{else if " + expressions.any() + "}}" + body();
    }
    return first + otherwise() + "{{end}}";
  }

  private String otherwise() {
    return random.nextInt(3) == 0 ? "{{else}}" + body() : "";
  }

  private String range() {
    String over = expressions.iterable();
    int mark = expressions.variables();
    String variables =
        switch (random.nextInt(4)) {
          case 0 -> expressions.declare('X') + " := ";
          case 1 -> expressions.declare('I') + ", " + expressions.declare('X') + " := ";
          default -> "";
        };
    loops++;
    String body = body();
    if (random.nextInt(4) == 0) {
      body +=
          "{{if " + expressions.any() + "}}{{" + draw("break", "continue") + "}}{{end}}" + body();
    }
    loops--;
    expressions.forgetVariablesSince(mark);
    return "{{range " + variables + over + "}}" + body + otherwise() + "{{end}}";
  }

  private String draw(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
