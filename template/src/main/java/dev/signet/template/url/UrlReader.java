package dev.signet.template.url;

import dev.signet.template.url.Url.Userinfo;
import java.util.Locale;

/** Takes a URL apart. */
final class UrlReader {
  private static final String USERINFO_SIGNS = "-._:~!$&'()*+,;=%@";

  private final String url;
  private final String fragment;
  private Userinfo userinfo = Userinfo.NONE;
  private String host = "";

  UrlReader(String octets) {
    int hash = octets.indexOf('#');
    this.url = hash < 0 ? octets : octets.substring(0, hash);
    this.fragment = hash < 0 ? "" : octets.substring(hash + 1);
  }

  Url read() throws BadUrlException {
    if (url.chars().anyMatch(octet -> octet < ' ' || octet == 0x7f)) {
      throw new BadUrlException("net/url: invalid control character in URL");
    }
    int colon = schemeEnd();
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = url.substring(colon + 1);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    rest = mark < 0 ? rest : rest.substring(0, mark);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new Url(scheme, userinfo, host, "", rest, query, unescapedFragment());
      }
      if (rest.split("/", 2)[0].contains(":")) {
        throw new BadUrlException("first path segment in URL cannot contain colon");
      }
    }
    if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
      int slash = rest.indexOf('/', 2);
      readAuthority(scheme, rest.substring(2, slash < 0 ? rest.length() : slash));
      rest = slash < 0 ? "" : rest.substring(slash);
    }
    String path = Escaping.PATH.unescape(rest);
    return new Url(scheme, userinfo, host, path, "", query, unescapedFragment());
  }

  private String unescapedFragment() throws BadUrlException {
    return Escaping.FRAGMENT.unescape(fragment);
  }

  /** Where the colon after the scheme is; -1 if there is none. */
  private int schemeEnd() throws BadUrlException {
    for (int index = 0; index < url.length(); index++) {
      char octet = url.charAt(index);
      if (octet == ':') {
        if (index == 0) {
          throw new BadUrlException("missing protocol scheme");
        }
        return index;
      }
      boolean isLater = Escaping.isDigit(octet) || "+-.".indexOf(octet) >= 0;
      if (!Escaping.isLetter(octet) && !(isLater && index > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private void readAuthority(String scheme, String authority) throws BadUrlException {
    int at = authority.lastIndexOf('@');
    host = host(scheme, authority.substring(at + 1));
    if (at < 0) {
      return;
    }
    String text = authority.substring(0, at);
    if (!text.chars().allMatch(octet -> isOfUserinfo((char) octet))) {
      throw new BadUrlException("net/url: invalid userinfo");
    }
    int colon = text.indexOf(':');
    String name = text.substring(0, colon < 0 ? text.length() : colon);
    String password = colon < 0 ? "" : ":" + reescaped(text.substring(colon + 1));
    userinfo = new Userinfo(true, reescaped(name) + password);
  }

  private static boolean isOfUserinfo(char octet) {
    return Escaping.isLetter(octet)
        || Escaping.isDigit(octet)
        || USERINFO_SIGNS.indexOf(octet) >= 0;
  }

  private static String reescaped(String octets) throws BadUrlException {
    return Escaping.USER.escape(Escaping.USER.unescape(octets));
  }

  private static String host(String scheme, String octets) throws BadUrlException {
    int bracket = octets.lastIndexOf('[');
    if (bracket > 0) {
      throw new BadUrlException("invalid IP-literal");
    }
    if (bracket == 0) {
      return address(octets);
    }
    boolean isStrict = scheme.equals("http") || scheme.equals("https");
    int colon = isStrict ? octets.indexOf(':') : octets.lastIndexOf(':');
    if (colon >= 0 && !isPort(octets.substring(colon))) {
      throw new BadUrlException("invalid port after host");
    }
    return Escaping.HOST.unescape(octets);
  }

  private static String address(String octets) throws BadUrlException {
    int end = octets.lastIndexOf(']');
    if (end < 0) {
      throw new BadUrlException("missing ']' in host");
    }
    String port = octets.substring(end + 1);
    if (!isPort(port)) {
      throw new BadUrlException("invalid port after host");
    }
    String inner = octets.substring(1, end);
    int zone = inner.indexOf("%25");
    String address =
        zone < 0
            ? Escaping.HOST.unescape(inner)
            : Escaping.HOST.unescape(inner.substring(0, zone))
                + Escaping.ZONE.unescape(inner.substring(zone));
    if (!Ip6.isAddress(address)) {
      throw new BadUrlException("invalid IP-literal");
    }
    return "[" + address + "]" + port;
  }

  /** Nothing, or a colon and digits, of which there may be none. */
  static boolean isPort(String octets) {
    return octets.isEmpty()
        || (octets.startsWith(":")
            && octets.chars().skip(1).allMatch(octet -> Escaping.isDigit((char) octet)));
  }
}
