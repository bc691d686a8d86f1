package dev.signet.cli.cluster;

import dev.signet.cli.cluster.CertificateAnswer.Failed;
import dev.signet.cli.cluster.CertificateAnswer.Fetched;
import dev.signet.cli.cluster.Outgoing.Header;
import dev.signet.cli.cluster.Reply.Answered;
import dev.signet.cli.cluster.Reply.Late;
import dev.signet.cli.cluster.Reply.Silent;
import dev.signet.cli.terminal.Quoting;
import dev.signet.cli.terminal.Terminal;
import dev.signet.crypto.Bytes;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A certificate that is published at an address, for those who have no access to the cluster. */
public final class CertificateUrl {
  private static final int OK = 200;

  private CertificateUrl() {}

  /**
   * One GET, redirects followed, without credentials but those in the address itself.
   *
   * @param url an address of http or https
   */
  public static CertificateAnswer fetch(String url, Surroundings surroundings) {
    try {
      Address address = Address.parse(url);
      return fetch(url, address, surroundings);
    } catch (UnusableException e) {
      return new Failed(e.fault());
    }
  }

  private static CertificateAnswer fetch(String url, Address address, Surroundings surroundings) {
    Terminal terminal = surroundings.terminal();
    RequestLog log = new RequestLog(terminal.err(), surroundings.verbosity());
    SSLContext tls = TlsReader.plain(terminal).context();
    Proxies proxies = new Proxies(ProxyChoice.ofEnvironment(terminal.env()), tls);
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("User-Agent", "kubeseal (signet)"));
    address.authorization().ifPresent(it -> headers.add(new Header("Authorization", it)));
    try (Wire wire = new Wire(tls, proxies)) {
      Conversation conversation =
          new Conversation(wire, new TimeLimit.Usual(), surroundings.clock(), log);
      String shown = address.url().hasPassword() ? address.toString() : url;
      return answer(shown, conversation.askOnce(Outgoing.get(address, headers)));
    }
  }

  private static CertificateAnswer answer(String shown, Reply reply) {
    return switch (reply) {
      case Answered(Incoming answer) when answer.status() == OK ->
          new Fetched(Bytes.of(answer.body()));
      case Answered(Incoming answer) -> unfetched(shown, StatusLine.text(answer.status()));
      case Silent(String why) -> failed(why);
      case Late late -> failed(late.text());
    };
  }

  private static CertificateAnswer unfetched(String shown, String status) {
    return failed("cannot fetch %s: %s".formatted(Quoting.quote(shown), status));
  }

  private static CertificateAnswer failed(String error) {
    return new Failed(Fault.of(error));
  }
}
