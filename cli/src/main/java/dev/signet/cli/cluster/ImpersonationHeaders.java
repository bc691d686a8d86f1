package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.cluster.Outgoing.Header;
import dev.signet.cli.kubeconfig.ClusterOptions.Impersonation;
import dev.signet.cli.kubeconfig.UserEntry.Impersonated;
import java.util.ArrayList;
import java.util.List;

/** The headers that ask the API server to take us for somebody else. */
final class ImpersonationHeaders {
  private static final String MARKS = "!#$&'*+-.^_`|~";

  private ImpersonationHeaders() {}

  /**
   * Nothing if nobody is impersonated.
   *
   * @throws UnusableException if a name cannot stand in a header: half of it would be another's
   */
  static List<Header> of(Impersonated impersonated) throws UnusableException {
    Impersonation who = impersonated.who();
    List<Header> headers = new ArrayList<>();
    if (who.user().isEmpty()) {
      return headers;
    }
    headers.add(new Header("Impersonate-User", who.user()));
    if (!who.uid().isEmpty()) {
      headers.add(new Header("Impersonate-Uid", who.uid()));
    }
    who.groups().forEach(group -> headers.add(new Header("Impersonate-Group", group)));
    impersonated
        .extra()
        .forEach(
            (key, values) ->
                values.forEach(
                    value -> headers.add(new Header("Impersonate-Extra-" + escaped(key), value))));
    for (Header header : headers) {
      if (!header.isSendable()) {
        throw new UnusableException(
            "net/http: invalid header field value for \"%s\"".formatted(header.name()));
      }
    }
    return headers;
  }

  private static String escaped(String key) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : key.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean legal = c < 0x80 && (Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0);
      escaped.append(legal ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return escaped.toString();
  }
}
