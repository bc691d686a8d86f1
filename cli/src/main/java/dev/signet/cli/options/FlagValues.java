package dev.signet.cli.options;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every flag holds after variables and command line have been read. */
public final class FlagValues {
  private final Map<Flag, List<String>> values;
  private final Set<Flag> given;
  private final List<String> words;

  private FlagValues(Map<Flag, List<String>> values, Set<Flag> given, List<String> words) {
    this.values = values;
    this.given = given;
    this.words = words;
  }

  /** The value of a flag that is no list. */
  public String text(Flag flag) {
    return requireNonNull(values.get(flag)).getLast();
  }

  public boolean isOn(Flag flag) {
    return ValueCheck.isTrue(text(flag));
  }

  /** The entries of a list flag. */
  public List<String> list(Flag flag) {
    return requireNonNull(values.get(flag));
  }

  /** The value of {@code -v}. */
  public int level() {
    return Integer.parseInt(text(Flag.V));
  }

  /** Whether the command line or a variable set it, to whatever value. */
  public boolean isGiven(Flag flag) {
    return given.contains(flag);
  }

  /** What stood on the command line and belongs to no flag. It means nothing. */
  public List<String> words() {
    return words;
  }

  static final class Builder {
    private final Map<Flag, List<String>> values = new EnumMap<>(Flag.class);
    private final Set<Flag> fromVariables = EnumSet.noneOf(Flag.class);
    private final Set<Flag> fromArguments = EnumSet.noneOf(Flag.class);

    Builder() {
      for (Flag flag : Flag.values()) {
        values.put(flag, flag.type().isList() ? List.of() : List.of(flag.byDefault()));
      }
    }

    void setFromVariable(Flag flag, String value) {
      values.put(flag, entries(flag, value));
      fromVariables.add(flag);
    }

    /** The last value wins; the first entry of a list replaces what a variable gave. */
    void setFromArgument(Flag flag, String value) {
      boolean isFirst = fromArguments.add(flag);
      List<String> before =
          isFirst || !flag.type().isList() ? List.of() : requireNonNull(values.get(flag));
      List<String> all = new ArrayList<>(before);
      all.addAll(entries(flag, value));
      values.put(flag, List.copyOf(all));
    }

    FlagValues build(List<String> words) {
      Set<Flag> given = EnumSet.copyOf(fromVariables);
      given.addAll(fromArguments);
      return new FlagValues(
          new EnumMap<>(values), Collections.unmodifiableSet(given), List.copyOf(words));
    }

    private static List<String> entries(Flag flag, String value) {
      return flag.type() == FlagType.CSV_LIST ? CsvRecord.read(value).fields() : List.of(value);
    }
  }
}
