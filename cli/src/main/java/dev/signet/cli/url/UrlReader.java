package dev.signet.cli.url;

import dev.signet.cli.terminal.Quoting;
import dev.signet.cli.url.GoUrl.Authority;
import dev.signet.cli.url.GoUrl.Login;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes one address apart, by the rules and in the words of https://pkg.go.dev/net/url. */
final class UrlReader {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._:~!$&'()*+,;=%@-]*");
  private static final Pattern OPTIONAL_PORT = Pattern.compile("(:[0-9]*)?");
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");

  private final String text;
  private String scheme = "";
  private String opaque = "";
  private @Nullable Login login;
  private Authority authority = new Authority("", "");
  private @Nullable String query;

  UrlReader(String text) {
    this.text = text;
  }

  GoUrl read() throws MalformedUrlException {
    int hash = text.indexOf('#');
    String whole = hash < 0 ? text : text.substring(0, hash);
    String shown = whole;
    try {
      String path = path(whole);
      shown = text;
      String fragment = hash < 0 ? "" : normal(Escapes.FRAGMENT, text.substring(hash + 1));
      return new GoUrl(scheme, opaque, login, authority, path, query, fragment);
    } catch (MalformedUrlException e) {
      throw malformed(shown, String.valueOf(e.getMessage()));
    }
  }

  /** Where the text may hold a password, none of what is hidden is quoted in the reason either. */
  private MalformedUrlException malformed(String shown, String why) {
    String masked = GoUrl.masked(text);
    if (masked.equals(text)) {
      return new MalformedUrlException("parse %s: %s".formatted(Quoting.quote(shown), why));
    }
    String quoted = Quoting.quote(masked);
    Matcher detail = QUOTED.matcher(why);
    boolean isHidden = detail.find() && !quoted.contains(detail.group(1));
    return new MalformedUrlException(
        "parse %s: %s".formatted(quoted, isHidden ? detail.replaceFirst("\"***\"") : why));
  }

  /** Reads everything, and gives the path. */
  private String path(String whole) throws MalformedUrlException {
    if (whole.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new MalformedUrlException("net/url: invalid control character in URL");
    }
    String rest = behindScheme(whole);
    int mark = rest.indexOf('?');
    if (mark >= 0) {
      query = rest.substring(mark + 1);
      rest = rest.substring(0, mark);
    }
    boolean hasPlace = rest.startsWith("//");
    if (!scheme.isEmpty() && !hasPlace) {
      opaque = rest.startsWith("/") ? normal(Escapes.PATH, rest) : rest;
      return "";
    }
    if (!rest.startsWith("/")) {
      if (rest.split("/", 2)[0].contains(":")) {
        throw new MalformedUrlException("first path segment in URL cannot contain colon");
      }
    }
    if (hasPlace && (!scheme.isEmpty() || !rest.startsWith("///"))) {
      int slash = rest.indexOf('/', 2);
      authority(slash < 0 ? rest.substring(2) : rest.substring(2, slash));
      rest = slash < 0 ? "" : rest.substring(slash);
    }
    return normal(Escapes.PATH, rest);
  }

  private String behindScheme(String whole) throws MalformedUrlException {
    if (whole.startsWith(":")) {
      throw new MalformedUrlException("missing protocol scheme");
    }
    int colon = whole.indexOf(':');
    if (colon < 0 || !SCHEME.matcher(whole.substring(0, colon)).matches()) {
      return whole;
    }
    scheme = whole.substring(0, colon).toLowerCase(Locale.ROOT);
    return whole.substring(colon + 1);
  }

  private void authority(String given) throws MalformedUrlException {
    int at = given.lastIndexOf('@');
    authority = place(given.substring(at + 1));
    if (at < 0) {
      return;
    }
    String who = given.substring(0, at);
    if (!LOGIN.matcher(who).matches()) {
      throw new MalformedUrlException("net/url: invalid userinfo");
    }
    int colon = who.indexOf(':');
    String user = Escapes.LOGIN.unescaped(colon < 0 ? who : who.substring(0, colon));
    login = new Login(user, colon < 0 ? null : Escapes.LOGIN.unescaped(who.substring(colon + 1)));
  }

  private Authority place(String given) throws MalformedUrlException {
    if (given.lastIndexOf('[') > 0) {
      throw new MalformedUrlException("invalid IP-literal");
    }
    if (given.startsWith("[")) {
      int end = given.lastIndexOf(']');
      if (end < 0) {
        throw new MalformedUrlException("missing ']' in host");
      }
      String port = port(given.substring(end + 1));
      return new Authority("[" + literal(given.substring(1, end)) + "]", port);
    }
    // Elsewhere several hosts may stand one behind the other, as in addresses of databases.
    boolean isHttp = scheme.equals("http") || scheme.equals("https");
    int colon = isHttp ? given.indexOf(':') : given.lastIndexOf(':');
    String port = colon < 0 ? "" : port(given.substring(colon));
    String whole = Escapes.HOST.unescaped(given);
    return new Authority(
        colon < 0
            ? whole
            : whole.substring(0, isHttp ? whole.indexOf(':') : whole.lastIndexOf(':')),
        port);
  }

  private static String port(String given) throws MalformedUrlException {
    if (!OPTIONAL_PORT.matcher(given).matches()) {
      throw new MalformedUrlException("invalid port %s after host".formatted(Quoting.quote(given)));
    }
    return given.isEmpty() ? "" : given.substring(1);
  }

  private static String literal(String given) throws MalformedUrlException {
    String literal = Escapes.HOST.unescaped(given);
    String address = literal.replaceFirst("%.*", "");
    if (!address.contains(":")) {
      throw new MalformedUrlException("invalid IP-literal");
    }
    try {
      var _ = InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException e) {
      throw new MalformedUrlException(
          "invalid host: ParseAddr(%s): unable to parse IP".formatted(Quoting.quote(literal)));
    }
    return literal;
  }

  /** As given if all of it may stand so, else escaped anew. */
  private static String normal(Escapes part, String given) throws MalformedUrlException {
    String plain = part.unescaped(given);
    return part.isValid(given) ? given : part.escaped(plain);
  }
}
