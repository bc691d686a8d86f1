package dev.signet.cli.url;

import static java.util.Objects.requireNonNullElse;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address in its parts.
 *
 * @param scheme lower case; empty if there is none
 * @param opaque what stands behind the scheme where no place does, two slashes in front
 * @param login null if there is none
 * @param authority host and port
 * @param path escaped; empty or with a leading slash if there is a host
 * @param query as it was given, null if there is no question mark
 * @param fragment escaped, without the hash sign
 */
public record GoUrl(
    String scheme,
    String opaque,
    @Nullable Login login,
    Authority authority,
    String path,
    @Nullable String query,
    String fragment) {
  private static final Pattern PASSWORD = Pattern.compile("(//[^/?#:@]*):[^/?#]*@");

  /** Who asks, without escapes; the password is null if there is no colon. */
  public record Login(String user, @Nullable String password) {
    public String password(String otherwise) {
      return requireNonNullElse(password, otherwise);
    }

    @Override
    public String toString() {
      return Escapes.LOGIN.escaped(user) + (password == null ? "" : ":***");
    }
  }

  /**
   * A place.
   *
   * @param host without escapes; in brackets if it is an IPv6 address
   * @param port digits; empty if none is given
   */
  public record Authority(String host, String port) {
    @Override
    public String toString() {
      String zone = host.startsWith("[") ? host.replace("%", "%25") : Escapes.HOST.escaped(host);
      return port.isEmpty() ? zone : zone + ":" + port;
    }

    public boolean isEmpty() {
      return host.isEmpty() && port.isEmpty();
    }
  }

  /** Reads one. */
  public static GoUrl parse(String text) throws MalformedUrlException {
    return new UrlReader(text).read();
  }

  public Optional<Login> credentials() {
    return Optional.ofNullable(login);
  }

  /** The same place with another path, escaped, and another query. */
  public GoUrl at(String otherPath, @Nullable String otherQuery) {
    return new GoUrl(scheme, "", login, authority, otherPath, otherQuery, "");
  }

  /** The text of an address, right or wrong, as messages may show it. */
  public static String masked(String text) {
    return PASSWORD.matcher(text).replaceFirst("$1:***@");
  }

  /** As messages show it: the password is masked. */
  @Override
  public String toString() {
    var shown = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
    if (!opaque.isEmpty()) {
      shown.append(opaque);
    } else {
      if (!authority.isEmpty() || login != null || (!path.isEmpty() && !scheme.isEmpty())) {
        shown.append("//").append(login == null ? "" : login + "@").append(authority);
      }
      shown.append(path);
    }
    shown.append(query == null ? "" : "?" + query);
    return shown.append(fragment.isEmpty() ? "" : "#" + fragment).toString();
  }
}
