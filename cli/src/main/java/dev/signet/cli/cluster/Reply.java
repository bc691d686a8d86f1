package dev.signet.cli.cluster;

import java.time.Duration;

/** What came of a question, after all its repetitions and redirects. */
sealed interface Reply {
  record Answered(Incoming answer) implements Reply {}

  /** No answer, for a reason in Go's words: {@code Get "URL": connection refused}. */
  record Silent(String why) implements Reply {}

  /**
   * No answer in time.
   *
   * @param request in Go's words: {@code Get "URL"}
   */
  record Late(String request, Duration limit) implements Reply {
    String text() {
      return "%s: context deadline exceeded: no answer within %s"
          .formatted(request, GoDuration.text(limit));
    }
  }
}
