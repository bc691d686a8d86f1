package dev.signet.cli.options;

/**
 * How a flag is written.
 *
 * @param label what stands for the value in the help; empty if there is none
 * @param shorthand the one letter, or empty
 * @param byDefault the value when nobody gives one, as text
 */
record Spelling(String name, FlagType type, String label, String shorthand, String byDefault) {
  static Spelling bool(String name) {
    return new Spelling(name, FlagType.BOOL, "", "", "false");
  }

  static Spelling logBool(String name) {
    return new Spelling(name, FlagType.LOG_BOOL, "", "", "false");
  }

  static Spelling text(String name, String label) {
    return value(name, FlagType.TEXT, label);
  }

  static Spelling value(String name, FlagType type, String label) {
    return new Spelling(name, type, label, "", "");
  }

  Spelling shorthand(String letter) {
    return new Spelling(name, type, label, letter, byDefault);
  }

  Spelling byDefault(String value) {
    return new Spelling(name, type, label, shorthand, value);
  }
}
