package dev.signet.template.format;

import dev.signet.template.limit.Budget;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.LimitException;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value.Text;

/** A growing string of bytes, each charged before it is added. */
public final class Octets {
  private static final int ASCII_END = 0x80;

  private final StringBuilder octets = new StringBuilder();
  private final Budget budget;
  private final Limit limit;
  private final long most;

  private Octets(Budget budget, Limit limit) {
    this.budget = budget;
    this.limit = limit;
    this.most = budget.limits().allowed(limit);
  }

  /** For a string that a template computes with. */
  public static Octets text(Budget budget) {
    return new Octets(budget, Limit.TEXT_BYTES);
  }

  /** For what the template prints. */
  public static Octets output(Budget budget) {
    return new Octets(budget, Limit.OUTPUT_BYTES);
  }

  public Budget budget() {
    return budget;
  }

  public Octets add(String more) {
    reserve(more.length());
    octets.append(more);
    return this;
  }

  public Octets add(char octet) {
    return repeat(octet, 1);
  }

  /** A character in UTF-8; U+FFFD if there is no such character. */
  public Octets addCharacter(int code) {
    return code >= 0 && code < ASCII_END ? repeat((char) code, 1) : add(Utf8.encode(code));
  }

  public Octets repeat(char octet, int count) {
    if (count > 0) {
      reserve(count);
      octets.repeat(octet, count);
    }
    return this;
  }

  public boolean isEmpty() {
    return octets.isEmpty();
  }

  public Text toText() {
    budget.value(0);
    return Text.octets(octets.toString());
  }

  private void reserve(int count) {
    if (count > most - octets.length()) {
      throw new LimitException(limit, most);
    }
    budget.text(count);
  }
}
