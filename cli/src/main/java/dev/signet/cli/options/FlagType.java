package dev.signet.cli.options;

/** What a flag takes. */
public enum FlagType {
  BOOL,
  /** A switch of the log flags, which refuse a value in fewer words. */
  LOG_BOOL,
  TEXT,
  /** Each value is a record of comma-separated fields; repeats append. */
  CSV_LIST,
  /** Each value is one entry; repeats append. */
  LIST,
  SCOPE,
  /** A 32-bit number, negative allowed. */
  LEVEL,
  /** An unsigned 64-bit number in Go's notation. */
  SIZE,
  /** Name or number of a log severity. */
  SEVERITY,
  /** {@code file.go:N}. */
  TRACE,
  /** {@code pattern=N,...}. */
  VMODULE;

  /** Whether it is given without a value. */
  public boolean isSwitch() {
    return this == BOOL || this == LOG_BOOL;
  }

  public boolean isList() {
    return this == CSV_LIST || this == LIST;
  }
}
