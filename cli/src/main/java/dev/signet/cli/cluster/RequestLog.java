package dev.signet.cli.cluster;

import static java.util.stream.Collectors.joining;

import dev.signet.cli.cluster.Outgoing.Header;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What {@code -v} tells about requests: from 6 on a line each, from 7 the headers sent, from 8 the
 * headers and bodies received. Bodies hold ciphertext and certificates; credentials are masked.
 */
final class RequestLog {
  private static final Set<String> KNOWN_SCHEMES = Set.of("bearer", "basic", "negotiate");
  private static final int LINES = 6;
  private static final int SENT = 7;
  private static final int RECEIVED = 8;

  private final PrintStream err;
  private final int verbosity;

  RequestLog(PrintStream err, int verbosity) {
    this.err = err;
    this.verbosity = verbosity;
  }

  void kubeconfig(String file) {
    say(LINES, "Config loaded from file: " + file);
  }

  void sending(Outgoing request) {
    say(SENT, request.method() + " " + request.address());
    say(SENT, request.headers().stream().map(header -> "    " + header).collect(lines()));
    say(RECEIVED, request.body());
  }

  void answered(Outgoing request, Incoming answer, Duration took) {
    say(LINES, line(request, String.valueOf(answer.status()), took));
    say(
        RECEIVED,
        answer.headers().entrySet().stream()
            .map(header -> "    " + new Header(header.getKey(), header.getValue()))
            .collect(lines()));
    say(RECEIVED, answer.text().stripTrailing());
  }

  void failed(Outgoing request, String why, Duration took) {
    say(LINES, line(request, why, took));
  }

  private static String line(Outgoing request, String result, Duration took) {
    return "%s %s %s in %d milliseconds"
        .formatted(request.method(), request.address(), result, took.toMillis());
  }

  private static java.util.stream.Collector<CharSequence, ?, String> lines() {
    return joining("\n");
  }

  private void say(int level, String text) {
    if (verbosity >= level && !text.isEmpty()) {
      err.println(text);
    }
  }

  /** The value of a header as a log may hold it: of credentials, only their kind. */
  static String masked(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!Set.of("authorization", "proxy-authorization", "set-cookie").contains(lower)) {
      return value;
    }
    String scheme = value.split(" ", 2)[0];
    return KNOWN_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
        ? scheme + " <masked>"
        : "<masked>";
  }
}
