package dev.signet.template.limit;

import java.util.Optional;

/** What can be limited in one rendering, each by a setting of its own. */
public enum Limit {
  TEMPLATE_BYTES(
      "template-bytes", "size of the template in bytes", Limit.MEBIBYTE, 1, 16 * Limit.MEBIBYTE),
  /** No more than the API server takes as one Secret. */
  OUTPUT_BYTES("output-bytes", "size of the output in bytes", Limit.MEBIBYTE, 1, Limit.MEBIBYTE),
  ALL_OUTPUT_BYTES(
      "all-output-bytes",
      "size of all outputs of one object in bytes",
      Limit.MEBIBYTE,
      1,
      Limit.MEBIBYTE),
  TEXT_BYTES(
      "string-bytes", "size of a string in bytes", 4 * Limit.MEBIBYTE, 1, 64 * Limit.MEBIBYTE),
  ALLOCATED_BYTES("memory-bytes", "memory in bytes", 64 * Limit.MEBIBYTE, 1, 1024 * Limit.MEBIBYTE),
  ITEMS("items", "number of items in a list or map", 1_000_000, 1, 10_000_000),
  STEPS("steps", "number of steps", 1_000_000, 1, 100_000_000),
  /** Stacks are made for the standard. */
  DEPTH("depth", "depth", 1_000, 1, 1_000),
  PATTERN_BYTES("pattern-bytes", "size of a regular expression in bytes", 64 << 10, 1, 1 << 20),
  PATTERN_INSTRUCTIONS(
      "pattern-size", "size of a compiled regular expression", 100_000, 1, 1_000_000),
  LARGE_KEYS("large-keys", "number of RSA and DSA keys made", 4, 0, 100),
  SMALL_KEYS("small-keys", "number of elliptic keys made", 32, 0, 1_000),
  PASSWORD_HASHES("password-hashes", "number of passwords hashed or derived", 16, 0, 1_000),
  TIME("time", "time in milliseconds", 5_000, 1, 60_000),
  TIME_WITH_KEYS(
      "time-with-keys", "time in milliseconds of a template that makes keys", 30_000, 1, 300_000);

  private static final long MEBIBYTE = 1 << 20;

  private final String setting;
  private final String description;
  private final long standard;
  private final long least;
  private final long most;

  Limit(String setting, String description, long standard, long least, long most) {
    this.setting = setting;
    this.description = description;
    this.standard = standard;
    this.least = least;
    this.most = most;
  }

  /** The limit with this setting. */
  public static Optional<Limit> named(String setting) {
    for (Limit limit : values()) {
      if (limit.setting.equals(setting)) {
        return Optional.of(limit);
      }
    }
    return Optional.empty();
  }

  /** The name by which it is set, the same wherever templates are configured. */
  public String setting() {
    return setting;
  }

  /** What is limited, in words. */
  public String description() {
    return description;
  }

  /** What is allowed where nothing else is set. */
  public long standard() {
    return standard;
  }

  /** The lowest that can be set. */
  public long least() {
    return least;
  }

  /** The highest that can be set; beyond it, no bound would be one. */
  public long most() {
    return most;
  }
}
