package dev.signet.controller.kube;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Why a connection failed, in words for an operator. */
final class Reasons {
  private Reasons() {}

  static String of(Throwable thrown) {
    Set<Throwable> seen = new HashSet<>();
    Deque<Throwable> causes = new ArrayDeque<>();
    for (Throwable it = thrown; it != null && seen.add(it); it = it.getCause()) {
      causes.push(it);
    }
    for (Throwable cause : causes) {
      String words = words(cause);
      if (!words.isEmpty()) {
        return words;
      }
    }
    return "the connection failed";
  }

  private static String words(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException late -> "no connection in time";
      case HttpTimeoutException late -> "no answer in time";
      case UnresolvedAddressException unknown -> "the name of the host is not known";
      case UnknownHostException unknown -> "the name of the host is not known";
      case ConnectException refused -> "connection refused";
      case SSLException untrusted -> "TLS failed: " + untrusted.getMessage();
      default -> "";
    };
  }
}
