package dev.signet.controller.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens, in Go's form: {@code :port} for every address, {@code host:port}, {@code
 * [v6]:port}.
 *
 * @param host empty for every address, without brackets
 */
public record ListenAddress(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[(?<v6>[0-9A-Fa-f:.]+)]|(?<host>[^:\\[\\]]*)):(?<port>\\d{1,5})");

  public static Optional<ListenAddress> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String v6 = matcher.group("v6");
    int port = Integer.parseInt(matcher.group("port"));
    return port > 0xffff
        ? Optional.empty()
        : Optional.of(new ListenAddress(v6 == null ? matcher.group("host") : v6, port));
  }

  /** As it was given. */
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
