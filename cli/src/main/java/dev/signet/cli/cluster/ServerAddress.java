package dev.signet.cli.cluster;

import dev.signet.cli.terminal.Quoting;
import dev.signet.cli.url.GoUrl;
import java.util.Optional;

/** The address of an API server as a kubeconfig has it. */
final class ServerAddress {
  private ServerAddress() {}

  /** Reads an address; without a scheme it is http, and then has no path. */
  static Address parse(String server) throws UnusableException {
    Optional<Address> complete = complete(server);
    if (complete.isPresent()) {
      return at(complete.get());
    }
    Address address = Address.parse("http://" + server);
    if (!address.path().isEmpty() && !address.path().equals("/")) {
      throw new UnusableException(
          "host must be a URL or a host:port pair: " + Quoting.quote(GoUrl.masked(server)));
    }
    return at(address);
  }

  private static Optional<Address> complete(String server) {
    try {
      Address address = Address.parse(server);
      return address.scheme().isEmpty() || !address.hasPlace()
          ? Optional.empty()
          : Optional.of(address);
    } catch (UnusableException e) {
      return Optional.empty();
    }
  }

  /** What comes behind it makes its path neat. */
  private static Address at(Address address) {
    return address.at(Address.clean(address.path()).replaceFirst("/$", ""), "");
  }
}
