package dev.signet.cli.options;

import dev.signet.cli.terminal.Quoting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads words as Go's pflag does (https://github.com/spf13/pflag): from left to right, up to the
 * first fault; flags and other words may be mixed; the word behind a flag that needs a value is the
 * value, whatever it looks like.
 */
final class PflagReader {
  sealed interface Outcome {
    record Read(FlagValues values) implements Outcome {}

    /** {@code -h}: asked for in passing, so nothing behind it is read. */
    record HelpAsked() implements Outcome {}

    record Fault(String text) implements Outcome {}
  }

  private static final String ROTATE_NOTE =
      "Flag --rotate has been deprecated, please use --re-encrypt instead";

  private final FlagValues.Builder builder;
  private final Deque<String> rest;
  private final List<String> words = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Flag> byName = new HashMap<>();
  private final Map<String, Flag> byShorthand = new HashMap<>();

  PflagReader(FlagValues.Builder builder, List<String> arguments) {
    this.builder = builder;
    this.rest = new ArrayDeque<>(arguments);
    for (Flag flag : Flag.values()) {
      byName.put(flag.flagName(), flag);
      if (!flag.shorthand().isEmpty()) {
        byShorthand.put(flag.shorthand(), flag);
      }
    }
  }

  Outcome read() {
    while (!rest.isEmpty()) {
      String word = rest.pop();
      if (word.equals("--")) {
        break;
      }
      Optional<Outcome> end = readWord(word);
      if (end.isPresent()) {
        return end.get();
      }
    }
    words.addAll(rest);
    return new Outcome.Read(builder.build(words));
  }

  /** What pflag prints while it reads. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private Optional<Outcome> readWord(String word) {
    if (word.length() < 2 || word.charAt(0) != '-') {
      words.add(word);
      return Optional.empty();
    }
    return word.startsWith("--") ? readLong(word) : readShort(word.substring(1));
  }

  private Optional<Outcome> readLong(String word) {
    String spelled = word.substring(2);
    if (spelled.startsWith("-") || spelled.startsWith("=")) {
      return fault("bad flag syntax: " + word);
    }
    int equals = spelled.indexOf('=');
    String name = equals < 0 ? spelled : spelled.substring(0, equals);
    Flag flag = byName.get(name);
    if (flag == null) {
      return fault("unknown flag: --" + name);
    }
    String attached = equals < 0 ? null : spelled.substring(equals + 1);
    return set(flag, attached, word);
  }

  private Optional<Outcome> readShort(String letters) {
    String letter = letters.substring(0, letters.offsetByCodePoints(0, 1));
    Flag flag = byShorthand.get(letter);
    if (flag == null) {
      return letter.equals("h")
          ? Optional.of(new Outcome.HelpAsked())
          : fault("unknown shorthand flag: '%s' in -%s".formatted(letter, letters));
    }
    String attached = letters.substring(1);
    // "-o=" alone is the value "=": pflag drops the sign only in front of something.
    if (attached.length() > 1 && attached.startsWith("=")) {
      attached = attached.substring(1);
    }
    String shown = "'%s' in -%s".formatted(letter, letters);
    return set(flag, attached.isEmpty() ? null : attached, shown);
  }

  private Optional<Outcome> set(Flag flag, @Nullable String attached, String shown) {
    String value = attached;
    if (value == null && flag.type().isSwitch()) {
      value = "true";
    }
    if (value == null) {
      value = rest.poll();
    }
    if (value == null) {
      return fault("flag needs an argument: " + shown);
    }
    Optional<String> wrong = ValueCheck.fault(flag.type(), value);
    if (wrong.isPresent()) {
      return fault(
          "invalid argument %s for \"%s\" flag: %s"
              .formatted(Quoting.quote(value), flag.inMessages(), wrong.get()));
    }
    builder.setFromArgument(flag.meant(), value);
    if (flag == Flag.ROTATE) {
      notes.add(ROTATE_NOTE);
    }
    return Optional.empty();
  }

  private static Optional<Outcome> fault(String text) {
    return Optional.of(new Outcome.Fault(text));
  }
}
