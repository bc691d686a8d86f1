package dev.signet.template.function;

import static dev.signet.template.value.Type.INT;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.format.Octets;
import dev.signet.template.regex.BadPatternException;
import dev.signet.template.regex.Regex;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.stream.Stream;

/** Regular expressions. All but one function fail on a bad one, with or without must. */
final class RegexFunctions {
  private static final List<Type> TWO = List.of(STRING, STRING);
  private static final List<Type> THREE = List.of(STRING, STRING, STRING);
  private static final List<Type> TWO_AND_NUMBER = List.of(STRING, STRING, INT);
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  private RegexFunctions() {}

  static List<Function> all() {
    return Stream.of(
            List.of(
                Function.of("regexMatch", TWO, RegexFunctions::isMatch),
                Function.of("mustRegexMatch", TWO, RegexFunctions::mustMatch),
                Function.of("regexQuoteMeta", List.of(STRING), RegexFunctions::quoted)),
            both("Find", TWO, call -> call.text(regex(call).find(call.octets(1)))),
            both(
                "FindAll",
                TWO_AND_NUMBER,
                call -> found(regex(call).findAll(call.octets(1), call.integer(2)))),
            both("ReplaceAll", THREE, call -> regex(call).replace(call.octets(1), call.octets(2))),
            both(
                "ReplaceAllLiteral",
                THREE,
                call -> regex(call).replaceLiterally(call.octets(1), call.octets(2))),
            both("Split", TWO_AND_NUMBER, RegexFunctions::split))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Function> both(String name, List<Type> types, Function.Body body) {
    return List.of(
        Function.of("regex" + name, types, body), Function.of("mustRegex" + name, types, body));
  }

  private static Regex regex(Call call) {
    try {
      return Regex.compile(call.octets(0), call.budget());
    } catch (BadPatternException e) {
      throw new CallException(e.reason());
    }
  }

  private static Value isMatch(Call call) {
    try {
      Regex regex = Regex.compile(call.octets(0), call.budget());
      return new Value.Bool(regex.isIn(call.octets(1)));
    } catch (BadPatternException _) {
      return new Value.Bool(false);
    }
  }

  private static Value mustMatch(Call call) {
    return new Value.Bool(regex(call).isIn(call.octets(1)));
  }

  /** No match is a nil list. */
  private static Value found(List<String> matches) {
    return matches.isEmpty() ? Value.Items.none(Type.STRINGS) : strings(matches);
  }

  private static Value split(Call call) {
    List<String> parts = regex(call).split(call.octets(1), call.integer(2));
    call.budget().items(parts.size());
    return call.integer(2) == 0 ? Value.Items.none(Type.STRINGS) : strings(parts);
  }

  private static Value strings(List<String> octets) {
    return Value.Items.of(Type.STRINGS, octets.stream().<Value>map(Value.Text::octets).toList());
  }

  private static Value quoted(Call call) {
    Octets out = Octets.text(call.budget());
    String octets = call.octets(0);
    for (int index = 0; index < octets.length(); index++) {
      char octet = octets.charAt(index);
      if (SPECIAL.indexOf(octet) >= 0) {
        out.add('\\');
      }
      out.add(octet);
    }
    return out.toText();
  }
}
