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

/**
 * Tells the JDK's client which proxy to use, and lends it a relay to those it cannot talk to, and
 * to hosts whose names it refuses.
 */
final class Proxies extends ProxySelector implements AutoCloseable {
  private final ProxyChoice choice;
  private final SSLContext tls;
  private final Map<Optional<Address>, ProxyRelay> relays = new HashMap<>();

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
      Address target = Address.ofPlace(uri.getScheme(), StandIn.meant(uri.getRawAuthority()));
      Optional<Address> proxy = choice.of(target);
      boolean isOdd = StandIn.isNeeded(target);
      if (proxy.isEmpty()) {
        return List.of(isOdd ? relay(proxy, target) : Proxy.NO_PROXY);
      }
      return List.of(isOdd ? relay(proxy, target) : through(proxy.get(), target));
    } catch (UnusableException e) {
      throw new IllegalArgumentException(e.fault().error(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Proxy through(Address proxy, Address target) throws IOException {
    return proxy.scheme().equals("http") && proxy.login().isEmpty() && !StandIn.isNeeded(proxy)
        ? new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port()))
        : relay(Optional.of(proxy), target);
  }

  private Proxy relay(Optional<Address> proxy, Address target) throws IOException {
    ProxyRelay relay = relays.get(proxy);
    if (relay == null) {
      relay = new ProxyRelay(proxy, tls);
      relays.put(proxy, relay);
    }
    relay.allow(target);
    return new Proxy(
        Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), relay.port()));
  }

  /** Why a request need not be tried at all, if so. */
  Optional<String> flaw(Address target) {
    if (!target.hasPlace()) {
      return Optional.of("http: no Host in request URL");
    }
    Optional<Address> proxy = choice.of(target);
    return proxy.isEmpty() ? target.flaw() : proxy.get().flaw().map(Proxies::ofProxy);
  }

  private static String ofProxy(String why) {
    return "proxyconnect tcp: " + why;
  }

  /** The reason if a request to a target broke down on the way to a proxy. */
  synchronized Optional<String> trouble(Address target, Breakdown breakdown) {
    Optional<String> relayed =
        relays.values().stream().map(ProxyRelay::trouble).flatMap(Optional::stream).findFirst();
    Optional<Address> proxy = choice.of(target);
    if (proxy.isEmpty()) {
      return relayed;
    }
    return relayed
        .or(() -> breakdown.isUnconnected() ? proxy.map(breakdown::text) : Optional.empty())
        .map(Proxies::ofProxy);
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
