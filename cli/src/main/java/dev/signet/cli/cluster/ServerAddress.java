package dev.signet.cli.cluster;

/** The address of an API server as a kubeconfig has it. */
final class ServerAddress {
  private ServerAddress() {}

  /** Reads an address; without a scheme it is http, and then has no path. */
  static Address parse(String server) throws UnusableException {
    if (server.contains("://")) {
      Address address = Address.parse(server);
      return address.at(address.path().replaceFirst("/+$", ""), "");
    }
    Address address = Address.parse("http://" + server);
    if (!address.path().isEmpty() && !address.path().equals("/")) {
      throw new UnusableException(
          "host must be a URL or a host:port pair: \"%s\"".formatted(server));
    }
    return address.at("", "");
  }
}
