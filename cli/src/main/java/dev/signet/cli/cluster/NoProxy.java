package dev.signet.cli.cluster;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is reached without a proxy: this machine always, else what a NO_PROXY list says. Its entries
 * are {@code *}, addresses, networks as {@code 10.0.0.0/8}, and names, which cover what is below
 * them; {@code .name} covers only that. All but networks may have a port.
 */
final class NoProxy {
  private static final Pattern WITH_PORT = Pattern.compile("(\\[[^]]+]|[^:]+):(\\d+)");

  private final List<Rule> rules;

  @FunctionalInterface
  private interface Rule {
    boolean covers(String host, int port);
  }

  private NoProxy(List<Rule> rules) {
    this.rules = rules;
  }

  static NoProxy parse(String list) {
    List<Rule> rules = new ArrayList<>();
    for (String entry : list.split(",", -1)) {
      String text = entry.strip().toLowerCase(Locale.ROOT);
      if (!text.isEmpty()) {
        rules.add(rule(text));
      }
    }
    return new NoProxy(List.copyOf(rules));
  }

  boolean covers(String host, int port) {
    String name = bare(host.toLowerCase(Locale.ROOT));
    boolean here =
        name.equals("localhost")
            || address(name).filter(InetAddress::isLoopbackAddress).isPresent();
    return here || rules.stream().anyMatch(rule -> rule.covers(name, port));
  }

  private static Rule rule(String entry) {
    if (entry.equals("*")) {
      return (host, port) -> true;
    }
    int slash = entry.indexOf('/');
    if (slash > 0) {
      return network(entry.substring(0, slash), entry.substring(slash + 1));
    }
    Matcher withPort = WITH_PORT.matcher(entry);
    if (withPort.matches()) {
      Rule any = name(withPort.group(1));
      int wanted = Integer.parseInt(withPort.group(2));
      return (host, port) -> port == wanted && any.covers(host, port);
    }
    return name(entry);
  }

  private static Rule name(String entry) {
    String text = bare(entry);
    Optional<InetAddress> address = address(text);
    if (address.isPresent()) {
      return (host, port) -> address(host).equals(address);
    }
    String suffix = text.startsWith("*.") ? text.substring(1) : text;
    return suffix.startsWith(".")
        ? (host, port) -> host.endsWith(suffix)
        : (host, port) -> host.equals(suffix) || host.endsWith("." + suffix);
  }

  private static Rule network(String start, String length) {
    Optional<InetAddress> network = address(bare(start));
    if (network.isEmpty() || !length.matches("\\d{1,3}")) {
      return (host, port) -> false;
    }
    int bits = Integer.parseInt(length);
    return (host, port) ->
        address(host).filter(it -> sharesBits(it, network.get(), bits)).isPresent();
  }

  private static boolean sharesBits(InetAddress one, InetAddress two, int bits) {
    byte[] left = one.getAddress();
    byte[] right = two.getAddress();
    if (left.length != right.length || bits > left.length * 8) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % 8);
      if ((left[i / 8] & mask) != (right[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** The address that a literal is; no name is looked up. */
  private static Optional<InetAddress> address(String literal) {
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
