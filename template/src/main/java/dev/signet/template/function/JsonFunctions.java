package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.format.Octets;
import dev.signet.template.json.JsonException;
import dev.signet.template.json.JsonReader;
import dev.signet.template.json.JsonWriter;
import dev.signet.template.json.JsonWriter.Style;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.Set;

/** To JSON and back. What cannot be done gives nothing, or an error from the must twin. */
final class JsonFunctions {
  private static final Set<Style> PLAIN = Set.of(Style.ESCAPED);
  private static final Set<Style> PRETTY = Set.of(Style.ESCAPED, Style.INDENTED);
  private static final Set<Style> RAW = Set.of();

  private JsonFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("toJson", List.of(ANY), call -> writtenOrEmpty(call, PLAIN)),
        Function.of("mustToJson", List.of(ANY), call -> written(call, PLAIN)),
        Function.of("toPrettyJson", List.of(ANY), call -> writtenOrEmpty(call, PRETTY)),
        Function.of("mustToPrettyJson", List.of(ANY), call -> written(call, PRETTY)),
        Function.of("toRawJson", List.of(ANY), call -> written(call, RAW)),
        Function.of("mustToRawJson", List.of(ANY), call -> written(call, RAW)),
        Function.of("fromJson", List.of(STRING), JsonFunctions::readOrNil),
        Function.of("mustFromJson", List.of(STRING), JsonFunctions::read));
  }

  private static Value write(Call call, Set<Style> style) throws JsonException {
    Octets out = Octets.text(call.budget());
    new JsonWriter(out, style).write(call.value(0));
    return out.toText();
  }

  private static Value written(Call call, Set<Style> style) {
    try {
      return write(call, style);
    } catch (JsonException e) {
      throw new CallException(e.reason());
    }
  }

  private static Value writtenOrEmpty(Call call, Set<Style> style) {
    try {
      return write(call, style);
    } catch (JsonException _) {
      return Value.Text.EMPTY;
    }
  }

  private static Value readOrNil(Call call) {
    try {
      return new JsonReader(call.budget(), call.octets(0)).read();
    } catch (JsonException _) {
      return Value.Nil.ELEMENT;
    }
  }

  private static Value read(Call call) {
    try {
      var reader = new JsonReader(call.budget(), call.octets(0));
      Value value = reader.read();
      if (reader.isOutOfRange()) {
        throw new CallException("json: a number is out of the range of type float64");
      }
      return value;
    } catch (JsonException e) {
      throw new CallException(e.reason());
    }
  }
}
