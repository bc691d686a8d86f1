package dev.signet.cli.url;

import static java.util.Objects.requireNonNullElse;

import java.util.Optional;
import java.util.regex.Matcher;
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
  /** Behind the first colon that ends no scheme, to the last sign that can end a password. */
  private static final Pattern PASSWORD =
      Pattern.compile("((?:[^:/]*:(?=//)|(?i:https?|socks5h?):)?+[^:]*+):.*@", Pattern.DOTALL);

  /** Who asks, without escapes; the password is null if there is no colon. */
  public record Login(String user, @Nullable String password) {
    public String password(String otherwise) {
      return requireNonNullElse(password, otherwise);
    }

    @Override
    public String toString() {
      // Go has no escapes there if it masks a password.
      return password == null ? Escapes.LOGIN.escaped(user) : user + ":***";
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

  public boolean hasPassword() {
    return login != null && login.password() != null;
  }

  /**
   * The text of what may be no address, as messages may show it: rather without too much than with
   * a part of a password.
   */
  public static String masked(String text) {
    Matcher found = PASSWORD.matcher(text);
    return found.lookingAt() ? found.group(1) + ":***" + text.substring(found.end() - 1) : text;
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
    shown.append(fragment.isEmpty() ? "" : "#" + fragment);
    return opaque.isEmpty() ? shown.toString() : masked(shown.toString());
  }
}
