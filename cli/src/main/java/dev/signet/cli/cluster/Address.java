package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http or https address, read as leniently as Go does: what may not stand in one is escaped.
 *
 * @param login user and password in front of the host, escaped; empty if there are none
 * @param hostPort as in the Host header
 * @param path escaped; empty or with a leading slash
 * @param query escaped, without the question mark; empty if there is none
 */
record Address(String scheme, String login, String hostPort, String path, String query) {
  private static final Pattern PARTS =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9+.-]*):(?://(?:([^/?#]*)@)?([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?",
          Pattern.DOTALL);
  private static final Pattern PLAIN_HOST =
      Pattern.compile("\\[.*|([a-z0-9_-]{1,63}\\.)*[a-z0-9_-]{1,63}");
  private static final Pattern HOST_PORT = Pattern.compile("(\\[[^]]*]|[^:]*)(?::(\\d*))?");
  private static final String LEGAL = "-._~!$&'()*+,;=:@/";

  /**
   * Takes an address apart.
   *
   * @throws UnusableException if it is none, in Go's form: {@code parse "X": why}
   */
  static Address parse(String text) throws UnusableException {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw unusable(text, "net/url: invalid control character in URL");
    }
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw unusable(text, "missing protocol scheme");
    }
    Address address =
        new Address(
            parts.group(1).toLowerCase(Locale.ROOT),
            escaped(text, text(parts.group(2)), ""),
            host(text, text(parts.group(3))),
            escaped(text, text(parts.group(4)), ""),
            escaped(text, text(parts.group(5)), "?"));
    address.checked(text);
    return address;
  }

  private void checked(String text) throws UnusableException {
    try {
      new URI(toString());
    } catch (URISyntaxException e) {
      throw unusable(text, e.getReason());
    }
  }

  private static String text(@Nullable String group) {
    return group == null ? "" : group;
  }

  private static String host(String text, String authority) throws UnusableException {
    Matcher parts = HOST_PORT.matcher(authority);
    if (!parts.matches()) {
      String port = authority.substring(authority.lastIndexOf(':'));
      throw unusable(text, "invalid port \"%s\" after host".formatted(port));
    }
    String host = parts.group(1);
    String port = text(parts.group(2));
    try {
      // Reading the tables of other scripts takes as long as all that comes before a request.
      String ascii = PLAIN_HOST.matcher(host).matches() ? host : IDN.toASCII(host);
      return port.isEmpty() ? ascii : ascii + ":" + port;
    } catch (IllegalArgumentException e) {
      throw unusable(text, "invalid host name");
    }
  }

  private static String escaped(String whole, String part, String alsoLegal)
      throws UnusableException {
    StringBuilder escaped = new StringBuilder();
    byte[] bytes = part.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (c == '%') {
        String escape = new String(bytes, i, Math.min(3, bytes.length - i), UTF_8);
        if (!escape.matches("%[0-9A-Fa-f]{2}")) {
          throw unusable(whole, "invalid URL escape \"%s\"".formatted(escape));
        }
        escaped.append(c);
      } else if (isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0 || alsoLegal.indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append("%%%02X".formatted((int) c));
      }
    }
    return escaped.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static UnusableException unusable(String text, String why) {
    return new UnusableException("parse \"%s\": %s".formatted(withoutPassword(text), why));
  }

  /** The address as messages may show it. */
  static String withoutPassword(String text) {
    return text.replaceFirst("(://[^/?#:@]*):[^/?#]*@", "$1:***@");
  }

  boolean isTls() {
    return scheme.equals("https");
  }

  /** Where credentials for this address may go: nowhere else. */
  boolean hasOriginOf(Address other) {
    return scheme.equals(other.scheme) && hostPort.equalsIgnoreCase(other.hostPort);
  }

  String host() {
    Matcher parts = HOST_PORT.matcher(hostPort);
    return parts.matches() ? parts.group(1) : hostPort;
  }

  int port() {
    Matcher parts = HOST_PORT.matcher(hostPort);
    String port = parts.matches() ? text(parts.group(2)) : "";
    return port.isEmpty() ? (isTls() ? 443 : 80) : Integer.parseInt(port);
  }

  /** Basic credentials for the user in the address. */
  Optional<String> authorization() {
    if (login.isEmpty()) {
      return Optional.empty();
    }
    String colon = login.contains(":") ? login : login + ":";
    String plain = URLDecoder.decode(colon.replace("+", "%2B"), UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(plain.getBytes(UTF_8)));
  }

  Address at(String otherPath, String otherQuery) {
    return new Address(scheme, login, hostPort, otherPath, otherQuery);
  }

  /**
   * Where a Location header of an answer from here leads.
   *
   * @throws UnusableException if it leads nowhere
   */
  Address follow(String location) throws UnusableException {
    if (PARTS.matcher(location).matches() && location.contains("://")) {
      return parse(location);
    }
    if (location.startsWith("//")) {
      return parse(scheme + ":" + location);
    }
    Matcher parts = PARTS.matcher("x:" + location);
    if (!parts.matches()) {
      throw unusable(location, "no address");
    }
    String relative = escaped(location, text(parts.group(4)), "");
    String query = escaped(location, text(parts.group(5)), "?");
    if (relative.isEmpty()) {
      return at(path, query);
    }
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String whole = relative.startsWith("/") ? relative : "/" + folder + relative;
    return at(URI.create(whole.replaceFirst("^/+", "/")).normalize().getRawPath(), query);
  }

  URI uri() {
    return URI.create(toString());
  }

  /** Without the login: fit for a request line, and for messages. */
  @Override
  public String toString() {
    return scheme + "://" + hostPort + path + (query.isEmpty() ? "" : "?" + query);
  }
}
