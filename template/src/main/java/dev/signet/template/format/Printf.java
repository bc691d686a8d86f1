package dev.signet.template.format;

import dev.signet.template.format.Flags.Flag;
import dev.signet.template.value.Type;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value;
import java.util.List;

/** Reads a format string and writes its operands. Misuse is written into the output, as in Go. */
public final class Printf {
  private static final int LARGEST = 1_000_000;

  private final Octets out;
  private final Printer printer;
  private final String format;
  private final List<Value> operands;
  private int position;
  private int operand;
  private boolean isReordered;
  private boolean isGoodIndex;
  private boolean isAfterIndex;

  private Printf(Octets out, String format, List<Value> operands) {
    this.out = out;
    this.printer = new Printer(out);
    this.format = format;
    this.operands = operands;
  }

  public static void print(Octets out, String format, List<Value> operands) {
    new Printf(out, format, operands).print();
  }

  private void print() {
    while (position < format.length()) {
      int percent = format.indexOf('%', position);
      int end = percent < 0 ? format.length() : percent;
      out.add(format.substring(position, end));
      position = end + 1;
      if (percent >= 0) {
        out.budget().step();
        directive();
      }
    }
    if (!isReordered && operand < operands.size()) {
      out.add("%!(EXTRA ");
      printer.extra(operands.subList(operand, operands.size()));
      out.add(')');
    }
  }

  private void directive() {
    isGoodIndex = true;
    isAfterIndex = false;
    Flags flags = flags();
    index();
    width(flags);
    if (position + 1 < format.length() && format.charAt(position) == '.') {
      precision(flags);
    }
    if (!isAfterIndex) {
      index();
    }
    if (position >= format.length()) {
      out.add("%!(NOVERB)");
      return;
    }
    Utf8.Rune rune = Utf8.at(format, position);
    position += rune.width();
    verb(rune.code(), flags);
  }

  private void verb(int verb, Flags flags) {
    if (verb == '%') {
      out.add('%');
    } else if (!isGoodIndex) {
      out.add("%!").add(Utf8.encode(verb)).add("(BADINDEX)");
    } else if (operand >= operands.size()) {
      out.add("%!").add(Utf8.encode(verb)).add("(MISSING)");
    } else {
      if (verb == 'v' || verb == 'w') {
        flags.turnIntoV();
      }
      printer.print(operands.get(operand), verb, flags);
      operand++;
    }
  }

  private Flags flags() {
    var flags = new Flags();
    for (; position < format.length(); position++) {
      switch (format.charAt(position)) {
        case '#' -> flags.set(Flag.SHARP);
        case '0' -> flags.set(Flag.ZERO);
        case '+' -> flags.set(Flag.PLUS);
        case '-' -> flags.set(Flag.MINUS);
        case ' ' -> flags.set(Flag.SPACE);
        default -> {
          return flags;
        }
      }
    }
    return flags;
  }

  private void width(Flags flags) {
    if (!atStar()) {
      boolean isGiven = number(flags, false);
      isGoodIndex &= !(isAfterIndex && isGiven);
      return;
    }
    long width = star();
    if (width > LARGEST) {
      out.add("%!(BADWIDTH)");
    } else {
      flags.setWidth((int) Math.abs(width));
      if (width < 0) {
        flags.set(Flag.MINUS);
        flags.clear(Flag.ZERO);
      }
    }
    isAfterIndex = false;
  }

  private void precision(Flags flags) {
    position++;
    isGoodIndex &= !isAfterIndex;
    index();
    if (!atStar()) {
      if (!number(flags, true)) {
        flags.setPrecision(0);
      }
      return;
    }
    long precision = star();
    if (precision < 0 || precision > LARGEST) {
      out.add("%!(BADPREC)");
    } else {
      flags.setPrecision((int) precision);
    }
    isAfterIndex = false;
  }

  private boolean atStar() {
    boolean isThere = position < format.length() && format.charAt(position) == '*';
    position += isThere ? 1 : 0;
    return isThere;
  }

  /** The next operand as a number; one beyond all bounds if it is no integer. */
  private long star() {
    if (operand >= operands.size()) {
      return Long.MAX_VALUE;
    }
    Value value = operands.get(operand++);
    return value instanceof Value.Int(long bits, Type type) && isInBounds(bits, type)
        ? bits
        : Long.MAX_VALUE;
  }

  /** Of the smallest integer there is no absolute value; unsigned ones are never below zero. */
  private static boolean isInBounds(long bits, Type type) {
    long smallest = type.isUnsigned() ? 0 : -LARGEST;
    return bits >= smallest && bits <= LARGEST;
  }

  /** Reads digits into the width or the precision and says whether there were any. */
  private boolean number(Flags flags, boolean isPrecision) {
    int number = 0;
    int start = position;
    while (position < format.length() && isDigit(format.charAt(position))) {
      if (number > LARGEST) {
        position = format.length();
        return false;
      }
      number = number * 10 + format.charAt(position++) - '0';
    }
    boolean isGiven = position > start;
    out.budget().text(number);
    if (isGiven && isPrecision) {
      flags.setPrecision(number);
    } else if (isGiven) {
      flags.setWidth(number);
    }
    return isGiven;
  }

  private static boolean isDigit(char octet) {
    return octet >= '0' && octet <= '9';
  }

  /** Reads {@code [n]}, which says which operand comes next. */
  private void index() {
    isAfterIndex = false;
    if (position >= format.length() || format.charAt(position) != '[') {
      return;
    }
    isReordered = true;
    int close = format.indexOf(']', position);
    if (close < 0 || format.length() - position < 3) {
      isGoodIndex = false;
      position++;
      return;
    }
    String digits = format.substring(position + 1, close);
    position = close + 1;
    boolean isNumber = digits.matches("[0-9]{1,7}");
    int index = isNumber ? Integer.parseInt(digits) - 1 : NOWHERE;
    isAfterIndex = isNumber;
    if (index >= 0 && index < operands.size()) {
      operand = index;
    } else {
      isGoodIndex = false;
    }
  }

  private static final int NOWHERE = -1;
}
