package dev.signet.controller.kube;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a connection failed, in words for an operator. */
final class Reasons {
  private static final int LONGEST_CHAIN = 20;

  private Reasons() {}

  /**
   * The order counts: the JDK hangs a ConnectException below whatever kept it from connecting, be
   * it a timeout or a name that is not known.
   *
   * @param within how long an answer was waited for
   */
  static String of(Throwable thrown, Duration within) {
    if (find(thrown, HttpConnectTimeoutException.class).isPresent()) {
      return "no connection in time";
    }
    if (find(thrown, HttpTimeoutException.class).isPresent()) {
      return noAnswer(within);
    }
    if (find(thrown, UnresolvedAddressException.class).isPresent()
        || find(thrown, UnknownHostException.class).isPresent()) {
      return "the name of the host is not known";
    }
    Optional<SSLException> tls = find(thrown, SSLException.class);
    if (tls.isPresent()) {
      return "TLS failed: " + tls.get().getMessage();
    }
    return find(thrown, ConnectException.class).isPresent()
        ? "connection refused"
        : "the connection failed";
  }

  /** The same words, whoever saw first that the time was over: the JDK's timer or ours. */
  static String noAnswer(Duration within) {
    return "no answer within %d ms".formatted(within.toMillis());
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(LONGEST_CHAIN)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
