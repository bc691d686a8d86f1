package dev.signet.template.time;

/**
 * What is added to universal time.
 *
 * @param abbreviation as {@code CEST}; may be empty
 * @param isSummer whether it is daylight saving time
 */
public record Offset(String abbreviation, int seconds, boolean isSummer) {
  static final Offset UTC = new Offset("UTC", 0, false);
}
