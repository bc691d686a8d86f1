package dev.signet.cli.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Tells the JDK's client which proxy to use, and lends it a relay to those it cannot talk to. */
final class Proxies extends ProxySelector implements AutoCloseable {
  private final ProxyChoice choice;
  private final SSLContext tls;
  private final Map<Address, ProxyRelay> relays = new HashMap<>();

  /**
   * Makes a selector.
   *
   * @param tls for proxies that are reached over TLS
   */
  Proxies(ProxyChoice choice, SSLContext tls) {
    this.choice = choice;
    this.tls = tls;
  }

  @Override
  public synchronized List<Proxy> select(URI uri) {
    try {
      Address target = Address.parse(uri.toString());
      Optional<Address> proxy = choice.of(target);
      return List.of(proxy.isEmpty() ? Proxy.NO_PROXY : through(proxy.get(), target));
    } catch (UnusableException e) {
      throw new IllegalArgumentException(e.fault().error(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Proxy through(Address proxy, Address target) throws IOException {
    if (proxy.scheme().equals("http") && proxy.login().isEmpty()) {
      return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port()));
    }
    ProxyRelay relay = relays.get(proxy);
    if (relay == null) {
      relay = new ProxyRelay(proxy, tls);
      relays.put(proxy, relay);
    }
    relay.allow(target);
    return new Proxy(
        Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), relay.port()));
  }

  /** The reason if a request to a target broke down on the way to a proxy. */
  synchronized Optional<String> trouble(Address target, Breakdown breakdown) {
    Optional<String> relayed =
        relays.values().stream().map(ProxyRelay::trouble).flatMap(Optional::stream).findFirst();
    return relayed
        .or(() -> breakdown.isUnconnected() ? proxy(target).map(breakdown::text) : Optional.empty())
        .map(why -> "proxyconnect tcp: " + why);
  }

  private Optional<Address> proxy(Address target) {
    try {
      return choice.of(target);
    } catch (UnusableException e) {
      return Optional.empty();
    }
  }

  @Override
  public void connectFailed(URI target, SocketAddress proxy, IOException failure) {
    // The request fails with it: there is no second proxy to try.
  }

  @Override
  public synchronized void close() {
    for (ProxyRelay relay : relays.values()) {
      relay.close();
    }
  }
}
