package dev.signet.cli.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.terminal.Quoting;
import dev.signet.cli.url.GoUrl;
import dev.signet.cli.url.MalformedUrlException;
import dev.signet.crypto.Bytes;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate in a file, named by its path or by a {@code file:} URL. */
public final class CertificateFile implements CertificateSource {
  /** One letter is a drive of Windows, not a scheme. */
  private static final Pattern SCHEME =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+):.*", Pattern.DOTALL);

  private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);

  private final Inputs inputs;
  private final String name;

  public CertificateFile(Inputs inputs, String name) {
    this.inputs = inputs;
    this.name = name;
  }

  /** The scheme of an address, lower case; empty if the text is the name of a file. */
  public static Optional<String> scheme(String name) {
    Matcher matcher = SCHEME.matcher(name);
    return matcher.matches()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  @Override
  public Answer fetch() {
    Optional<String> scheme = scheme(name);
    if (scheme.isEmpty()) {
      return read(name);
    }
    return scheme.get().equals("file") ? readUrl() : unsupported(scheme.get());
  }

  private Answer read(String path) {
    try {
      return new Answer.Fetched(Bytes.of(inputs.read(path)));
    } catch (FileFault e) {
      return new Answer.Missing(Failure.of(e));
    }
  }

  private Answer readUrl() {
    String path = pathOfUrl();
    try {
      return new Answer.Fetched(Bytes.of(inputs.read(path)));
    } catch (FileFault e) {
      return switch (e.reason()) {
        case MISSING -> unfetched("404 Not Found");
        case DENIED -> unfetched("403 Forbidden");
        case DIRECTORY, OTHER -> new Answer.Missing(Failure.of(e));
      };
    }
  }

  /** What stands behind the host, which means nothing here, and in front of a query. */
  private String pathOfUrl() {
    String rest = name.substring(name.indexOf(':') + 1);
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      rest = slash < 0 ? "/" : rest.substring(slash);
    }
    // A plus sign is itself in a path, which the decoder of forms does not know.
    String path = QUERY.matcher(rest).replaceFirst("").replace("+", "%2B");
    try {
      return URLDecoder.decode(path, UTF_8);
    } catch (IllegalArgumentException e) {
      return rest;
    }
  }

  private Answer unfetched(String status) {
    return new Answer.Missing(
        Failure.of("cannot fetch %s: %s".formatted(Quoting.quote(name), status)));
  }

  private Answer unsupported(String scheme) {
    Failure failure = Failure.of(flaw(scheme));
    return new Answer.Missing(
        inputs.isFile(name) ? failure.hint("for the file of that name say ./" + name) : failure);
  }

  private String flaw(String scheme) {
    try {
      return "Get %s: unsupported protocol scheme %s"
          .formatted(Quoting.quote(GoUrl.parse(name).toString()), Quoting.quote(scheme));
    } catch (MalformedUrlException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
