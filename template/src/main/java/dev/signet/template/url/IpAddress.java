package dev.signet.template.url;

import java.net.InetAddress;
import java.util.Optional;

/** Addresses in text, without any look-up. */
public final class IpAddress {
  private IpAddress() {}

  /** Four bytes or sixteen; empty if it is no address. There are no zones here. */
  public static Optional<byte[]> read(String octets) {
    boolean isAddress = Ip6.isIp4(octets) || (octets.indexOf('%') < 0 && Ip6.isAddress(octets));
    return isAddress ? Optional.of(InetAddress.ofLiteral(octets).getAddress()) : Optional.empty();
  }
}
