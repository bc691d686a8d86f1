package dev.signet.template.function;

import static dev.signet.template.value.Type.INT;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.format.Octets;
import dev.signet.template.value.Value;
import java.util.List;

/** Strings cut to a length: in bytes, so that a character may be cut in two. */
final class CuttingFunctions {
  private static final int MARKER = 3;
  private static final int NARROWEST = 4;
  private static final int NARROWEST_BETWEEN = 7;

  private CuttingFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("substr", List.of(INT, INT, STRING), CuttingFunctions::substring),
        Function.of(
            "abbrev",
            List.of(INT, STRING),
            call ->
                call.integer(0) < NARROWEST
                    ? call.value(1)
                    : call.text(abbreviated(call.octets(1), 0, call.integer(0)))),
        Function.of("abbrevboth", List.of(INT, INT, STRING), CuttingFunctions::abbreviateBoth),
        Function.of("wrap", List.of(INT, STRING), call -> wrap(call, 1, "\n", false)),
        Function.of("wrapWith", List.of(INT, STRING, STRING), CuttingFunctions::wrapWith));
  }

  private static Value substring(Call call) {
    long start = call.integer(0);
    long end = call.integer(1);
    String octets = call.octets(2);
    if (start < 0) {
      return call.text(between(octets, 0, end));
    }
    boolean isToEnd = end < 0 || end > octets.length();
    return call.text(between(octets, start, isToEnd ? octets.length() : end));
  }

  private static String between(String octets, long start, long end) {
    if (end < 0 || end > octets.length() || start > end) {
      throw new CallException("runtime error: slice bounds out of range");
    }
    return octets.substring((int) start, (int) end);
  }

  private static Value abbreviateBoth(Call call) {
    long left = call.integer(0);
    long right = call.integer(1);
    boolean isTooNarrow = right < NARROWEST || (left > 0 && right < NARROWEST_BETWEEN);
    return isTooNarrow ? call.value(2) : call.text(abbreviated(call.octets(2), left, right));
  }

  /** Of the given width, with dots where something was left out, from about an offset on. */
  private static String abbreviated(String octets, long offset, long width) {
    int length = octets.length();
    if (length <= width) {
      return octets;
    }
    int kept = (int) width - MARKER;
    long start = Math.min(Math.min(offset, length), length - kept);
    if (start <= NARROWEST) {
      return octets.substring(0, kept) + "...";
    }
    if (width < NARROWEST_BETWEEN) {
      return "";
    }
    return start + kept < length
        ? "..." + abbreviated(octets.substring((int) start), 0, kept)
        : "..." + octets.substring(length - kept);
  }

  private static Value wrapWith(Call call) {
    String lineEnd = call.octets(1).isEmpty() ? "\n" : call.octets(1);
    return wrap(call, 2, lineEnd, true);
  }

  private static Value wrap(Call call, int argument, String lineEnd, boolean cutsWords) {
    String octets = call.octets(argument);
    long width = Math.max(call.integer(0), 1);
    Octets out = Octets.text(call.budget());
    int start = 0;
    while (octets.length() - start > width) {
      if (octets.charAt(start) == ' ') {
        start++;
        continue;
      }
      int end = start + (int) width;
      int space = lastSpace(octets, start, end);
      if (space < start && !cutsWords) {
        space = octets.indexOf(' ', end);
        space = space < 0 ? octets.length() : space;
      }
      int cut = space < start ? end : space;
      out.add(octets.substring(start, cut));
      if (cut == octets.length()) {
        return out.toText();
      }
      out.add(lineEnd);
      start = space < start ? cut : cut + 1;
    }
    return out.add(octets.substring(start)).toText();
  }

  /** Where the last space from end back to start is, or before start. */
  private static int lastSpace(String octets, int start, int end) {
    int space = end;
    while (space >= start && octets.charAt(space) != ' ') {
      space--;
    }
    return space;
  }
}
