package dev.signet.cli.cluster;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Through which proxy an address is reached, by the variables and rules of Go's programs
 * (https://pkg.go.dev/golang.org/x/net/http/httpproxy).
 */
final class ProxyChoice {
  private final Map<String, String> env;
  private final NoProxy noProxy;
  private final Optional<Address> always;

  private ProxyChoice(Map<String, String> env, Optional<Address> always) {
    this.env = env;
    this.noProxy = NoProxy.parse(variable(env, "NO_PROXY"));
    this.always = always;
  }

  /** HTTP_PROXY, HTTPS_PROXY and NO_PROXY decide. */
  static ProxyChoice ofEnvironment(Map<String, String> env) {
    return new ProxyChoice(env, Optional.empty());
  }

  /** This one, whatever the variables say. */
  static ProxyChoice of(String proxyUrl) throws UnusableException {
    return new ProxyChoice(Map.of(), Optional.of(Address.parse(proxyUrl)));
  }

  /** The proxy for an address; empty if it is reached directly. */
  Optional<Address> of(Address target) {
    if (always.isPresent()) {
      return always;
    }
    String said = variable(env, target.isTls() ? "HTTPS_PROXY" : "HTTP_PROXY");
    if (said.isEmpty() || noProxy.covers(target.host(), target.port())) {
      return Optional.empty();
    }
    return parsed(said)
        .filter(it -> !it.scheme().isEmpty() && it.hasPlace())
        .or(() -> parsed("http://" + said))
        .or(() -> parsed(said));
  }

  /** What is no address is passed over, as by Go's programs. */
  private static Optional<Address> parsed(String text) {
    try {
      return Optional.of(Address.parse(text));
    } catch (UnusableException e) {
      return Optional.empty();
    }
  }

  private static String variable(Map<String, String> env, String name) {
    String upper = env.getOrDefault(name, "");
    return upper.isEmpty() ? env.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
  }
}
