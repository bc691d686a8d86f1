package dev.signet.controller.queue;

import org.jspecify.annotations.Nullable;

/** What goes first. */
public enum Priority {
  /** New or changed: somebody waits for it. */
  NEWS,
  /** Found at start-up, or failing for long. */
  BACKLOG;

  static Priority higher(@Nullable Priority one, Priority other) {
    return one == NEWS ? NEWS : other;
  }
}
