package dev.signet.template;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads one line of JSON as the YAML that it is. */
public final class JsonLine {
  private JsonLine() {}

  public static Map<?, ?> read(String line) {
    var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    if (new Load(settings).loadFromString(escaped(line)) instanceof Map<?, ?> fields) {
      return fields;
    }
    throw new IllegalArgumentException("no map: " + line);
  }

  /** JSON as YAML, which wants control characters escaped that JSON takes as they are. */
  private static String escaped(String line) {
    var escaped = new StringBuilder();
    line.chars()
        .forEach(
            character -> {
              if (character < 0x7f || (character >= 0xa0 && character < 0xfeff)) {
                escaped.append((char) character);
              } else {
                escaped.append("\\u%04x".formatted(character));
              }
            });
    return escaped.toString();
  }
}
