package dev.signet.template.duel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes what stands inside actions. Types are letters; {@link Signatures} says of which functions.
 */
final class RandomExpressions {
  static final List<String> NAMES = List.of("a", "b", "user", "pass", "json", "num");
  private static final int ODDITY = 60;
  private static final String ANY = "SSSIIWFBLTNDMtX";

  private final RandomGenerator random;
  private final Map<Character, List<Signatures.Signature>> makers = new HashMap<>();
  private List<Variable> variables = new ArrayList<>();

  RandomExpressions(RandomGenerator random) {
    this.random = random;
    for (Signatures.Signature signature : Signatures.all()) {
      makers.computeIfAbsent(signature.result(), _ -> new ArrayList<>()).add(signature);
    }
  }

  String any() {
    return expression(pick(ANY), 3);
  }

  char type() {
    return pick(ANY);
  }

  String of(char type) {
    return expression(type, 3);
  }

  String iterable() {
    return expression(pick("LLTTNDDMIX"), 2);
  }

  String printed() {
    String value = any();
    return switch (random.nextInt(5)) {
      case 0 -> "printf \"" + verb() + "\" (" + value + ")";
      case 1 -> "toJson (" + value + ")";
      case 2 -> value + " | quote";
      default -> value;
    };
  }

  private String verb() {
    return draw(
            "%v",
            "%#v",
            "%T",
            "%q",
            "%s",
            "%d",
            "%x",
            "%5.2f|%v",
            "%U",
            "%c",
            "%e",
            "%g",
            "%o",
            "%b",
            "%X",
            "%+q",
            "%#q",
            "% x",
            "%#x",
            "%6.3v",
            "%-5d|",
            "%+.2e",
            "%010d",
            "%.3s",
            "%5t|",
            "%w",
            "%G",
            "%O",
            "%#08x",
            "%.0f",
            "%+08.2f",
            "% d",
            "%E",
            "%F",
            "%+v",
            "%-8v|",
            "%08v",
            "%t")
        + draw("", "", "", "%", " %[1]v", "!");
  }

  String item() {
    return draw(Items.TEXTS);
  }

  private char pick(String types) {
    return types.charAt(random.nextInt(types.length()));
  }

  private String expression(char wanted, int depth) {
    char type = wanted != 't' && random.nextInt(ODDITY) == 0 ? pick(ANY) : wanted;
    if (type == 'X') {
      type = pick(ANY.substring(0, ANY.length() - 1));
    }
    if (type == 'l') {
      type = pick("LLTN");
    }
    List<Signatures.Signature> known = makers.getOrDefault(type, List.of());
    if (depth == 0 || known.isEmpty() || random.nextInt(4) == 0) {
      return leaf(type);
    }
    return call(known.get(random.nextInt(known.size())), depth - 1);
  }

  private String call(Signatures.Signature signature, int depth) {
    List<String> arguments = new ArrayList<>();
    for (int index = 0; index < signature.arguments().length(); index++) {
      char type = signature.arguments().charAt(index);
      if (type == '*') {
        char repeated = signature.arguments().charAt(index - 1);
        for (int more = random.nextInt(3); more > 0; more--) {
          arguments.add(argument(repeated, depth));
        }
      } else {
        arguments.add(argument(type, depth));
      }
    }
    if (!arguments.isEmpty() && random.nextInt(3) == 0) {
      String last = arguments.removeLast();
      return last + " | " + joined(signature.name(), arguments);
    }
    return joined(signature.name(), arguments);
  }

  private static String joined(String name, List<String> arguments) {
    return arguments.isEmpty() ? name : name + " " + String.join(" ", arguments);
  }

  private String argument(char type, int depth) {
    String fixed = Items.special(type, random);
    if (fixed != null) {
      return fixed;
    }
    String made = expression(type, depth);
    return made.indexOf(' ') >= 0 && !made.startsWith("\"") && !made.startsWith("`")
        ? "(" + made + ")"
        : made;
  }

  private String leaf(char type) {
    String variable = variable(type);
    if (variable != null && random.nextInt(3) > 0) {
      return variable;
    }
    return switch (type) {
      case 'S' ->
          random.nextInt(12) == 0
              ? draw("\"a\\xffb\"", "`raw \\n`", "\"\\u00e9\\xc3\"", "\"\\x00\\x7f\"")
              : random.nextBoolean() ? "$." + draw(NAMES.toArray(String[]::new)) : quoted(item());
      case 'I' ->
          draw("0", "1", "2", "3", "-1", "5", "10", "'a'", "0x10", "100", "0b11", "1_0", "0o17");
      case 'W' -> draw("int64 7", "add 1 2", "int64 $.num", "sub 1 4");
      case 'F' ->
          draw(
              "1.5",
              "0.1",
              "-2.25",
              "1e6",
              "1e21",
              "3.0",
              "1e-7",
              "123456789.0",
              "0x1p4",
              "-0.0",
              "float64 \"nan\"",
              "float64 \"inf\"",
              "2.5e-324",
              "100000.5");
      case 'B' -> draw("true", "false", "eq 1 1", "empty $.a");
      case 'L' ->
          draw("list", "list 1 2 3", "list \"b\" \"a\"", "list nil \"\" 0 false", "tuple $.a");
      case 'T' -> draw("splitList \",\" \"c,b,a\"", "splitList \" \" $.a", "splitList \"\" \"é1\"");
      case 'N' -> draw("until 3", "untilStep 0 9 4", "until 0", "until -2");
      case 'D' ->
          draw(
              "dict",
              "dict \"k\" 1 \"b\" $.a",
              "dict \"k\" (dict \"k\" nil)",
              "dict \"a\" (list 1)");
      case 't' ->
          draw(
              "toDate \"2006-01-02\" \"2020-02-29\"",
              "toDate \"2006-01-02T15:04:05Z07:00\" \"2021-07-04T05:06:07.5+02:00\"");
      case 'M' -> draw("$", "split \",\" \"x,y\"", "splitn \" \" 2 $.a");
      default ->
          draw(
              ".",
              ".missing",
              "nil",
              "$.user",
              "$.a",
              "1",
              "\"x\"",
              "2.5",
              "list 1",
              "until 3",
              "2i",
              "1+2i",
              "'é'");
    };
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return "\"" + escaped + "\"";
  }

  private String draw(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private record Variable(String name, char type) {}

  String declare(char type) {
    variables.add(new Variable("$v" + variables.size(), type));
    return variables.getLast().name();
  }

  /** One of that type, or once in a while of any. */
  @Nullable String variable(char type) {
    List<Variable> fitting =
        variables.stream()
            .filter(known -> known.type() == type || (type != 't' && random.nextInt(ODDITY) == 0))
            .toList();
    return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size())).name();
  }

  int variables() {
    return variables.size();
  }

  void forgetVariablesSince(int mark) {
    variables.subList(mark, variables.size()).clear();
  }

  void forgetVariables() {
    variables.clear();
  }

  /** Makes something that sees no variable. */
  String apart(Supplier<String> making) {
    List<Variable> kept = variables;
    variables = new ArrayList<>();
    String made = making.get();
    variables = kept;
    return made;
  }
}
