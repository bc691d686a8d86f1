package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One answer, read whole.
 *
 * @param headers by lower-case name, the first of each
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never kept
record Incoming(int status, Map<String, String> headers, byte[] body) {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** What client-go takes for one. */
  boolean isSuccess() {
    return status >= 200 && status <= 206;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The media type, without parameters, in lower case; empty if none was said. */
  String mediaType() {
    return header("Content-Type").orElse("").split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Where to ask instead. Some servers send such a status without saying where. */
  Optional<String> redirect() {
    return REDIRECTS.contains(status) ? header("Location") : Optional.empty();
  }

  String text() {
    return new String(body, UTF_8);
  }
}
