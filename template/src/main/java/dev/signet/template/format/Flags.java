package dev.signet.template.format;

import java.util.EnumSet;

/** The flags, width and precision of one verb. */
final class Flags {
  enum Flag {
    PLUS,
    MINUS,
    SHARP,
    SPACE,
    ZERO,
    /** {@code %+v}. */
    PLUS_V,
    /** {@code %#v}: Go syntax. */
    SHARP_V
  }

  static final int NONE = -1;

  private final EnumSet<Flag> set = EnumSet.noneOf(Flag.class);
  private int width = NONE;
  private int precision = NONE;

  boolean has(Flag flag) {
    return set.contains(flag);
  }

  void set(Flag flag) {
    set.add(flag);
  }

  void clear(Flag flag) {
    set.remove(flag);
  }

  /** Turns a flag off and says whether it was on. */
  boolean take(Flag flag) {
    return set.remove(flag);
  }

  void restore(Flag flag, boolean isOn) {
    if (isOn) {
      set.add(flag);
    } else {
      set.remove(flag);
    }
  }

  /** For the verb v, plus and sharp mean something else. */
  void turnIntoV() {
    restore(Flag.SHARP_V, take(Flag.SHARP));
    restore(Flag.PLUS_V, take(Flag.PLUS));
  }

  boolean padsWithZeros() {
    return has(Flag.ZERO) && !has(Flag.MINUS);
  }

  boolean hasWidth() {
    return width != NONE;
  }

  int width() {
    return Math.max(width, 0);
  }

  void setWidth(int width) {
    this.width = width;
  }

  boolean hasPrecision() {
    return precision != NONE;
  }

  int precision() {
    return precision;
  }

  void setPrecision(int precision) {
    this.precision = precision;
  }
}
