package dev.signet.cli.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Tells the JDK's client which proxy to use. */
final class Proxies extends ProxySelector {
  private final ProxyChoice choice;

  Proxies(ProxyChoice choice) {
    this.choice = choice;
  }

  @Override
  public List<Proxy> select(URI target) {
    try {
      return List.of(
          choice.of(Address.parse(target.toString())).map(Proxies::proxy).orElse(Proxy.NO_PROXY));
    } catch (UnusableException e) {
      throw new IllegalArgumentException(e.fault().error(), e);
    }
  }

  private static Proxy proxy(Address proxy) {
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port()));
  }

  @Override
  public void connectFailed(URI target, SocketAddress proxy, IOException failure) {
    // The request fails with it: there is no second proxy to try.
  }
}
