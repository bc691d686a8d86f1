package dev.signet.cli.cluster;

import dev.signet.cli.cluster.Outgoing.Header;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.kubeconfig.ClusterAccess.Usable;
import dev.signet.cli.kubeconfig.ClusterEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The API server of one cluster, asked by one user. Credentials go over TLS only, whatever the
 * configuration says; impersonation is none.
 */
final class ApiServer {
  private static final String USER_AGENT = "kubeseal (signet)";

  private final Address address;
  private final List<Header> always;
  private final Entrance entrance;
  private final TimeLimit limit;
  private final Surroundings surroundings;
  private Session session;

  /** Who we are at the moment, and the connections that know it. */
  private record Session(Identity identity, Wire wire) {}

  /** How to come to a session. */
  private record Entrance(
      Address address, IdentityReader identities, TlsReader tls, ProxyChoice proxy) {
    Session enter() throws UnusableException {
      SSLContext plain = TlsReader.plain(tls.terminal()).context();
      Proxies proxies = new Proxies(proxy, plain);
      if (!address.isTls()) {
        return new Session(Identity.NOBODY, new Wire(plain, proxies));
      }
      Identity identity = identities.read();
      return new Session(identity, new Wire(tls.read(identity.key()).context(), proxies));
    }
  }

  private ApiServer(
      Entrance entrance, List<Header> always, TimeLimit limit, Surroundings surroundings)
      throws UnusableException {
    this.entrance = entrance;
    this.address = entrance.address();
    this.always = List.copyOf(always);
    this.limit = limit;
    this.surroundings = surroundings;
    this.session = entrance.enter();
  }

  /** Reads what the configuration names and runs its plugin; no request is made yet. */
  static ApiServer connect(Usable access, TimeLimit limit, Surroundings surroundings)
      throws UnusableException {
    ClusterEntry cluster = access.cluster();
    Address address = ServerAddress.parse(cluster.server());
    TlsReader tls = new TlsReader(cluster.trust(), surroundings.terminal());
    PluginRun plugin = new PluginRun(surroundings.terminal(), new PluginForm(cluster, tls));
    IdentityReader identities =
        new IdentityReader(access.user(), new Inputs(surroundings.terminal()), plugin);
    ProxyChoice proxy =
        cluster.proxyUrl().isEmpty()
            ? ProxyChoice.ofEnvironment(surroundings.terminal().env())
            : ProxyChoice.of(cluster.proxyUrl());
    List<Header> always = new ArrayList<>();
    always.add(new Header("User-Agent", USER_AGENT));
    if (cluster.compressed()) {
      always.add(new Header("Accept-Encoding", "gzip"));
    }
    always.addAll(ImpersonationHeaders.of(access.user().impersonated()));
    return new ApiServer(
        new Entrance(address, identities, tls, proxy), always, limit, surroundings);
  }

  Outgoing get(String path, String accept) {
    return Outgoing.get(place(path), List.of(new Header("Accept", accept)));
  }

  Outgoing post(String path, String document) {
    List<Header> accept = List.of(new Header("Accept", "application/json, */*"));
    return new Outgoing("POST", place(path), accept, document);
  }

  private Address place(String path) {
    return address.at(address.path() + path, limit.query());
  }

  Reply ask(Outgoing question) {
    return ask(question, limit);
  }

  Reply ask(Outgoing question, TimeLimit within) {
    try {
      if (session.identity().isExpired(surroundings.clock().instant())) {
        session = entrance.enter();
      }
    } catch (UnusableException e) {
      return new Reply.Silent(e.fault().error());
    }
    List<Header> headers = new ArrayList<>(always);
    session
        .identity()
        .authorization()
        .or(() -> address.isTls() ? address.authorization() : Optional.empty())
        .ifPresent(value -> headers.add(new Header("Authorization", value)));
    return new Conversation(session.wire(), within, surroundings.clock(), log())
        .ask(question.with(headers));
  }

  private RequestLog log() {
    return new RequestLog(surroundings.terminal().err(), surroundings.verbosity());
  }
}
