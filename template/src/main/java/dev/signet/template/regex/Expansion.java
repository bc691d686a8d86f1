package dev.signet.template.regex;

import dev.signet.template.format.Octets;
import dev.signet.template.value.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A replacement: texts and groups, as {@code $1}, {@code $name} or <code>${name}</code>. */
final class Expansion {
  private static final int LONGEST_NUMBER = 8;

  private final List<Piece> pieces = new ArrayList<>();

  private sealed interface Piece {
    record Literal(String octets) implements Piece {}

    /** The first of them that took part in the match. */
    record Groups(List<Integer> numbers) implements Piece {}
  }

  private Expansion() {}

  static Expansion read(String octets, List<@Nullable String> names) {
    var expansion = new Expansion();
    int position = 0;
    while (position < octets.length()) {
      int dollar = octets.indexOf('$', position);
      if (dollar < 0) {
        break;
      }
      expansion.pieces.add(new Piece.Literal(octets.substring(position, dollar)));
      position = expansion.readDollar(octets, dollar + 1, names);
    }
    expansion.pieces.add(new Piece.Literal(octets.substring(position)));
    return expansion;
  }

  /** Reads what follows a dollar sign, and says where it ends. */
  private int readDollar(String octets, int start, List<@Nullable String> names) {
    if (octets.startsWith("$", start)) {
      pieces.add(new Piece.Literal("$"));
      return start + 1;
    }
    boolean isBraced = octets.startsWith("{", start);
    int nameStart = isBraced ? start + 1 : start;
    int nameEnd = nameEnd(octets, nameStart);
    if (nameEnd == nameStart || (isBraced && !octets.startsWith("}", nameEnd))) {
      pieces.add(new Piece.Literal("$"));
      return start;
    }
    pieces.add(new Piece.Groups(numbers(octets.substring(nameStart, nameEnd), names)));
    return isBraced ? nameEnd + 1 : nameEnd;
  }

  private static int nameEnd(String octets, int start) {
    int end = start;
    while (end < octets.length()) {
      Utf8.Rune rune = Utf8.at(octets, end);
      boolean isOfName =
          Character.isLetter(rune.code()) || Character.isDigit(rune.code()) || rune.code() == '_';
      if (!isOfName) {
        return end;
      }
      end += rune.width();
    }
    return end;
  }

  private static List<Integer> numbers(String name, List<@Nullable String> names) {
    boolean isNumber =
        name.chars().allMatch(octet -> octet >= '0' && octet <= '9')
            && name.length() <= LONGEST_NUMBER
            && (name.length() == 1 || !name.startsWith("0"));
    if (isNumber) {
      return List.of(Integer.parseInt(name));
    }
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number < names.size(); number++) {
      if (name.equals(names.get(number))) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  void write(Octets out, IntFunction<@Nullable String> group) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal(String octets) -> out.add(octets);
        case Piece.Groups(List<Integer> numbers) -> {
          for (int number : numbers) {
            String found = group.apply(number);
            if (found != null) {
              out.add(found);
              break;
            }
          }
        }
      }
    }
  }
}
