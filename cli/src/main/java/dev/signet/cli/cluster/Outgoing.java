package dev.signet.cli.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One request.
 *
 * @param body empty if it has none
 */
record Outgoing(String method, Address address, List<Header> headers, String body) {
  /** A line of the head; a name may come several times. */
  record Header(String name, String value) {
    /** Whether it can be sent as it stands: HTTP has no letters beyond ASCII. */
    boolean isSendable() {
      return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f));
    }

    private boolean tellsWhoWeAre() {
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.equals("authorization") || lower.startsWith("impersonate-");
    }

    @Override
    public String toString() {
      return name + ": " + RequestLog.masked(name, value);
    }
  }

  Outgoing {
    headers = List.copyOf(headers);
  }

  static Outgoing get(Address address, List<Header> headers) {
    return new Outgoing("GET", address, headers, "");
  }

  boolean isGet() {
    return method.equals("GET");
  }

  /** The same with another query. */
  Outgoing asking(String query) {
    return new Outgoing(method, address.at(address.path(), query), headers, body);
  }

  Outgoing with(List<Header> more) {
    List<Header> all = new ArrayList<>(headers);
    all.addAll(more);
    return new Outgoing(method, address, all, body);
  }

  Outgoing withoutCredentials() {
    List<Header> rest = headers.stream().filter(header -> !header.tellsWhoWeAre()).toList();
    return new Outgoing(method, address, rest, body);
  }

  /**
   * The request that an answer with this status and a Location asks for: 307 and 308 keep the
   * method, the others make it a GET (RFC 9110, section 15.4).
   */
  Outgoing redirected(int status, Address target) {
    return status == 307 || status == 308 || isGet()
        ? new Outgoing(method, target, headers, body)
        : get(target, headers);
  }
}
