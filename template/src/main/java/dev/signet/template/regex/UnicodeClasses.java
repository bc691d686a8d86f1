package dev.signet.template.regex;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What <code>\p{Name}</code> means in Go, whose Unicode is newer than RE2/J's. Read when the first
 * is asked for; {@code template/src/main/unicode/classes.go} makes the table.
 */
final class UnicodeClasses {
  private static final int LAST = Character.MAX_CODE_POINT;
  private static final int HEX = 16;

  /** For a class without characters: no text has these. */
  private static final String SURROGATES = "d800-dfff";

  private UnicodeClasses() {}

  private static final class Table {
    private static final Map<String, String> RANGES = read();

    private static Map<String, String> read() {
      Map<String, String> ranges = new HashMap<>();
      try (InputStream in =
          Objects.requireNonNull(
              UnicodeClasses.class.getResourceAsStream("classes.txt"), "classes.txt is missing")) {
        new String(in.readAllBytes(), US_ASCII)
            .lines()
            .map(line -> line.split(" ", 2))
            .forEach(parts -> ranges.put(parts[0], parts.length > 1 ? parts[1] : SURROGATES));
        return Map.copyOf(ranges);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * The ranges of a class, to stand in brackets; null if there is no class of this name.
   *
   * @param name of which neither letter case nor separators count
   * @param suffix {@code /i} where letter case does not count
   */
  static @Nullable String ranges(String name, String suffix, boolean isNegated) {
    String key = name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    String ranges = Table.RANGES.get(key + suffix);
    if (ranges == null) {
      ranges = Table.RANGES.get(key);
    }
    return ranges == null ? null : isNegated ? negated(ranges) : written(ranges);
  }

  private static String written(String ranges) {
    var written = new StringBuilder();
    for (String range : ranges.split(" ", -1)) {
      int dash = range.indexOf('-');
      written.append(range(range.substring(0, dash), range.substring(dash + 1)));
    }
    return written.toString();
  }

  private static String negated(String ranges) {
    var negated = new StringBuilder();
    int next = 0;
    for (String range : ranges.split(" ", -1)) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(range.substring(0, dash), HEX);
      if (first > next) {
        negated.append(range(Integer.toHexString(next), Integer.toHexString(first - 1)));
      }
      next = Integer.parseInt(range.substring(dash + 1), HEX) + 1;
    }
    if (next <= LAST) {
      negated.append(range(Integer.toHexString(next), Integer.toHexString(LAST)));
    }
    return negated.toString();
  }

  private static String range(String first, String last) {
    return "\\x{" + first + "}-\\x{" + last + "}";
  }
}
