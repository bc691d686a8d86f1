package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.url.GoUrl;
import dev.signet.cli.url.GoUrl.Login;
import dev.signet.cli.url.MalformedUrlException;
import java.net.IDN;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a request goes: an address of http or https as Go reads it, or one of a proxy. */
record Address(GoUrl url) {
  private static final int HIGHEST_PORT = 65535;
  private static final Map<String, Integer> PORTS =
      Map.of("http", 80, "https", 443, "socks5", 1080, "socks5h", 1080);
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
  private static final String LEGAL_IN_QUERY = "-._~!$&'()*+,;=:@/?%";

  /**
   * Takes an address apart.
   *
   * @throws UnusableException if it is none, in Go's form: {@code parse "X": why}
   */
  static Address parse(String text) throws UnusableException {
    try {
      return new Address(GoUrl.parse(text));
    } catch (MalformedUrlException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Somewhere behind a scheme.
   *
   * @param place as {@link #place} tells it
   */
  static Address ofPlace(String scheme, String place) throws UnusableException {
    return parse(scheme + "://" + place.replace("%", "%25"));
  }

  String scheme() {
    return url.scheme();
  }

  boolean isTls() {
    return scheme().equals("https");
  }

  boolean hasPlace() {
    return !url.authority().isEmpty();
  }

  /** Where credentials for this address may go: nowhere else. */
  boolean hasOriginOf(Address other) {
    return scheme().equals(other.scheme()) && hostPort().equalsIgnoreCase(other.hostPort());
  }

  /** The name to look up; empty for this machine, in brackets if it is an IPv6 address. */
  String host() {
    String host = url.authority().host();
    if (host.chars().allMatch(c -> c < 0x80)) {
      return host;
    }
    try {
      return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      return host;
    }
  }

  /** As in the Host header. */
  String hostPort() {
    return place().replaceFirst("%.*]", "]");
  }

  /** Host and port as they were given, the name in letters of ASCII. */
  String place() {
    return saidPort().isEmpty() ? host() : host() + ":" + saidPort();
  }

  private String saidPort() {
    return url.authority().port();
  }

  /** The one that is given, or the usual one of the scheme, or none: zero. */
  int port() {
    if (flaw().isPresent()) {
      return 0;
    }
    return saidPort().isEmpty() ? PORTS.getOrDefault(scheme(), 0) : Integer.parseInt(saidPort());
  }

  /** Why nobody can be called there, if so. */
  Optional<String> flaw() {
    String digits = saidPort().replaceFirst("^0+", "");
    boolean isPort = digits.length() <= 5 && Integer.parseInt("0" + digits) <= HIGHEST_PORT;
    return isPort
        ? Optional.empty()
        : Optional.of("dial tcp: address %s: invalid port".formatted(saidPort()));
  }

  String path() {
    return url.path();
  }

  Optional<Login> login() {
    return url.credentials();
  }

  /** Basic credentials for the user in the address. */
  Optional<String> authorization() {
    return login()
        .map(it -> it.user() + ":" + it.password(""))
        .map(it -> "Basic " + Base64.getEncoder().encodeToString(it.getBytes(UTF_8)));
  }

  /** The same place; the query is empty if there is none. */
  Address at(String otherPath, String otherQuery) {
    return new Address(url.at(otherPath, otherQuery.isEmpty() ? null : otherQuery));
  }

  /**
   * Where a Location header of an answer from here leads.
   *
   * @throws UnusableException if it leads nowhere
   */
  Address follow(String location) throws UnusableException {
    if (ABSOLUTE.matcher(location).matches()) {
      return parse(location);
    }
    if (location.startsWith("//")) {
      return parse(scheme() + ":" + location);
    }
    // A colon in front of the first slash makes no scheme here.
    GoUrl relative = parse(location.startsWith("/") ? location : "/" + location).url();
    if (location.isEmpty() || location.startsWith("?") || location.startsWith("#")) {
      return new Address(url.at(path(), relative.query()));
    }
    String folder = path().substring(0, path().lastIndexOf('/') + 1);
    String whole = location.startsWith("/") ? relative.path() : folder + relative.path();
    return new Address(url.at(clean(whole), relative.query()));
  }

  /** A path without dots that lead elsewhere, and doubled slashes. */
  static String clean(String path) {
    String slashed = "/" + sendable(path).replaceAll("/+", "/").replaceFirst("^/", "");
    return URI.create(slashed).normalize().getRawPath().replaceFirst("^(/\\.\\.)+(?=/|$)", "");
  }

  /** For the JDK's client, if it takes such a host: see {@link StandIn}. */
  URI uri() {
    String at = StandIn.isNeeded(this) ? StandIn.of(place()) : hostPort();
    return URI.create(scheme() + "://" + at + sendable(path()) + query());
  }

  private static String sendable(String path) {
    return path.replace("[", "%5B").replace("]", "%5D");
  }

  private String query() {
    String query = url.query();
    if (query == null) {
      return "";
    }
    var sent = new StringBuilder("?");
    for (byte b : query.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean isLegal =
          c < 0x80 && (Character.isLetterOrDigit(c) || LEGAL_IN_QUERY.indexOf(c) >= 0);
      sent.append(isLegal ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return sent.toString();
  }

  /** As messages show it. */
  @Override
  public String toString() {
    return url.toString();
  }
}
