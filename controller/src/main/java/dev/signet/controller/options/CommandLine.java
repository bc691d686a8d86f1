package dev.signet.controller.options;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The grammar: {@code --name value}, {@code --name=value}; a switch takes a value only after {@code
 * =}; the last of repeated flags wins; what is no flag is ignored, and everything after {@code --}.
 */
final class CommandLine {
  private final Map<Flag, Given> given = new EnumMap<>(Flag.class);
  private boolean namesDeprecated;

  sealed interface Reading {
    /**
     * All of it was understood.
     *
     * @param given by the flag that it sets
     * @param namesDeprecated an old name of a flag was used
     */
    record Read(Map<Flag, Given> given, boolean namesDeprecated) implements Reading {}

    record Help() implements Reading {}

    record Fault(String message) implements Reading {}
  }

  private CommandLine() {}

  static Reading read(List<String> arguments) {
    return new CommandLine().readAll(arguments.iterator());
  }

  private Reading readAll(Iterator<String> rest) {
    while (rest.hasNext()) {
      String argument = rest.next();
      if (argument.equals("--")) {
        break;
      }
      if (argument.startsWith("-h") || argument.matches("--help(=.*)?")) {
        return new Reading.Help();
      }
      if (argument.startsWith("-") && !argument.equals("-")) {
        try {
          take(argument, rest);
        } catch (BadValueException e) {
          return new Reading.Fault(e.why());
        }
      }
    }
    return new Reading.Read(Map.copyOf(given), namesDeprecated);
  }

  private void take(String argument, Iterator<String> rest) throws BadValueException {
    if (!argument.startsWith("--")) {
      throw new BadValueException(
          "unknown shorthand flag: '%s' in %s".formatted(argument.substring(1, 2), argument));
    }
    int equals = argument.indexOf('=');
    String name = argument.substring(2, equals < 0 ? argument.length() : equals);
    if (name.isEmpty() || name.startsWith("-")) {
      throw new BadValueException("bad flag syntax: " + argument);
    }
    Flag flag =
        Flag.named(name).orElseThrow(() -> new BadValueException("unknown flag: --" + name));
    if (equals >= 0) {
      put(flag, argument.substring(equals + 1));
    } else if (flag.kind() == Flag.Kind.BOOL) {
      put(flag, "true");
    } else if (rest.hasNext()) {
      put(flag, rest.next());
    } else {
      throw new BadValueException("flag needs an argument: --" + name);
    }
  }

  private void put(Flag flag, String text) throws BadValueException {
    namesDeprecated |= flag.isDeprecated();
    Given value = Given.onCommandLine(flag, text);
    value.check();
    given.put(flag.target(), value);
  }
}
