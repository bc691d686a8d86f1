package dev.signet.cli.peer;

/** Addresses nobody answers at: usual ones, and those that some reader gets wrong. */
final class AddressDraw {
  private final Draw draw;

  AddressDraw(Draw draw) {
    this.draw = draw;
  }

  /** For a certificate. */
  String url() {
    return draw.of("http://", "http://", "http://", "https://", "HTTP://", "http:", "ftp://")
        + login()
        + place()
        + draw.of(
            "", "", "/", "/x", "/a b", "/a%2Fb", "/%zz", "?q", "/x?a=b c", "#f", "/[x]", "/ü");
  }

  /** Of an API server: without TLS, as the real program asks for a password else. */
  String server() {
    return draw.of("http://", "http://", "", "", "http:", "ftp://")
        + place()
        + draw.of("", "", "/", "//", "/a/", "/a/../b", "/a//b", "?q", "#f");
  }

  String proxy() {
    return draw.of("http://", "http://", "https://", "socks5://", "", "ftp://", "http:", "/")
        + place()
        + draw.of("", "", "", "/", "/x");
  }

  private String login() {
    return draw.oneIn(6) ? draw.of("u@", "u:p@", "@", "u p@", "u:@", "ü@", "u%20v@", "u@v:p@") : "";
  }

  private String place() {
    String host =
        draw.of(
            "127.0.0.1",
            "127.0.0.1",
            "[::1]",
            "",
            "a_b.invalid",
            "-a.invalid",
            "a..invalid",
            "1.2.3.4.5",
            "ä_b.invalid",
            "bü.invalid",
            "a\"b.invalid",
            "a<b.invalid",
            "a b",
            "a|b",
            "a\\b",
            "a%5fb",
            "a%zz",
            "[::1",
            "::1",
            "a[b]",
            "[1.2.3.4]");
    return host + draw.of(":1", ":1", ":1", "", ":99999", ":65536", ":x", ":-1", ":01", ":1:2");
  }
}
