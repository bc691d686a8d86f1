package dev.signet.template.url;

/**
 * The parts of a URL, unescaped but for the query.
 *
 * @param userinfo name and password, escaped; with a mark for there being any
 * @param opaque all of the rest, where no slash follows the scheme
 */
public record Url(
    String scheme,
    Userinfo userinfo,
    String host,
    String path,
    String opaque,
    String query,
    String fragment) {
  /** Escaped, as it is written. */
  public record Userinfo(boolean isGiven, String text) {
    public static final Userinfo NONE = new Userinfo(false, "");
  }

  public static Url read(String octets) throws BadUrlException {
    return new UrlReader(octets).read();
  }

  /** The userinfo that a URL with this text before its host has. */
  public static Userinfo userinfo(String octets) throws BadUrlException {
    return octets.isEmpty() ? Userinfo.NONE : read("proto://" + octets + "@host").userinfo();
  }

  /** The host without port and brackets. */
  public String hostname() {
    int colon = host.lastIndexOf(':');
    String name =
        colon >= 0 && UrlReader.isPort(host.substring(colon)) ? host.substring(0, colon) : host;
    boolean isBracketed = name.startsWith("[") && name.endsWith("]");
    return isBracketed ? name.substring(1, name.length() - 1) : name;
  }

  /** As it is written. */
  public String text() {
    var text = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
    if (opaque.isEmpty()) {
      addAuthority(text);
      addPath(text);
    } else {
      text.append(opaque);
    }
    if (!query.isEmpty()) {
      text.append('?').append(query);
    }
    if (!fragment.isEmpty()) {
      text.append('#').append(Escaping.FRAGMENT.escape(fragment));
    }
    return text.toString();
  }

  private void addAuthority(StringBuilder text) {
    boolean hasAuthority = !host.isEmpty() || userinfo.isGiven();
    if (hasAuthority || (!scheme.isEmpty() && !path.isEmpty())) {
      text.append("//");
    }
    if (userinfo.isGiven()) {
      text.append(userinfo.text()).append('@');
    }
    text.append(Escaping.HOST.escape(host));
  }

  private void addPath(StringBuilder text) {
    String escaped = path.equals("*") ? path : Escaping.PATH.escape(path);
    if (!escaped.isEmpty() && !escaped.startsWith("/") && !host.isEmpty()) {
      text.append('/');
    }
    // Without it, what stands before the colon would be taken for the scheme.
    if (text.isEmpty() && escaped.split("/", 2)[0].contains(":")) {
      text.append("./");
    }
    text.append(escaped);
  }
}
