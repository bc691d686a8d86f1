package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that stand for hosts which the JDK's client refuses, as for one with an underscore in it.
 * Such a name is one that exists nowhere (RFC 6761, section 6.4) and holds the real place in
 * hexadecimal; a relay of ours, and the engine of TLS, put that in its place again.
 */
final class StandIn {
  private static final Pattern FORM = Pattern.compile("place-((?:[0-9a-f]{2})+)\\.invalid(:\\d+)?");

  private StandIn() {}

  /** Whether the JDK's client needs one: it takes only what its URI takes for a host. */
  static boolean isNeeded(Address address) {
    String host = address.host();
    if (host.isEmpty() || host.contains("%") || address.flaw().isPresent()) {
      return true;
    }
    try {
      return new URI("http://" + host).getHost() == null;
    } catch (URISyntaxException e) {
      return true;
    }
  }

  /** The name for a host, with its port if one is given. */
  static String of(String place) {
    return "place-" + HexFormat.of().formatHex(place.getBytes(UTF_8)) + ".invalid";
  }

  /** The place that is meant, if one has to stand in for it; the given port only if it has none. */
  static String meant(String hostPort) {
    Matcher found = FORM.matcher(hostPort);
    if (!found.matches()) {
      return hostPort;
    }
    String place = new String(HexFormat.of().parseHex(found.group(1)), UTF_8);
    String port = found.group(2);
    return port == null || place.matches(".*:\\d+") ? place : place + port;
  }

  /** The name of the host that is meant. */
  static String meantHost(String host) {
    String meant = meant(host);
    return meant.equals(host) ? host : meant.replaceFirst(":\\d+$", "");
  }
}
