package dev.signet.template.limit;

/** What can be limited in one rendering, each by a setting of its own. */
public enum Limit {
  TEMPLATE_BYTES("template-bytes", "size of the template in bytes", Limit.MEBIBYTE),
  OUTPUT_BYTES("output-bytes", "size of the output in bytes", Limit.MEBIBYTE),
  ALL_OUTPUT_BYTES(
      "all-output-bytes", "size of all outputs of one object in bytes", Limit.MEBIBYTE),
  TEXT_BYTES("string-bytes", "size of a string in bytes", 4 * Limit.MEBIBYTE),
  ALLOCATED_BYTES("memory-bytes", "memory in bytes", 64 * Limit.MEBIBYTE),
  ITEMS("items", "number of items in a list or map", 1_000_000),
  STEPS("steps", "number of steps", 1_000_000),
  DEPTH("depth", "depth", 1_000),
  PATTERN_BYTES("pattern-bytes", "size of a regular expression in bytes", 64 << 10),
  PATTERN_INSTRUCTIONS("pattern-size", "size of a compiled regular expression", 100_000),
  LARGE_KEYS("large-keys", "number of RSA and DSA keys made", 4),
  SMALL_KEYS("small-keys", "number of elliptic keys made", 32),
  PASSWORD_HASHES("password-hashes", "number of passwords hashed or derived", 16),
  TIME("time", "time in milliseconds", 5_000),
  TIME_WITH_KEYS("time-with-keys", "time in milliseconds of a template that makes keys", 30_000);

  private static final long MEBIBYTE = 1 << 20;

  private final String setting;
  private final String description;
  private final long standard;

  Limit(String setting, String description, long standard) {
    this.setting = setting;
    this.description = description;
    this.standard = standard;
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
}
