package dev.signet.cli.cluster;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a request got no answer, in the words that Go has for it, as far as there are such. */
record Breakdown(List<Throwable> causes) {
  private static final int DEEPEST = 20;
  private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

  static Breakdown of(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable at = thrown; at != null && causes.size() < DEEPEST; at = at.getCause()) {
      causes.add(at);
    }
    return new Breakdown(List.copyOf(causes));
  }

  /** Whether the other side closed the connection, or lost it, without an answer. */
  boolean isLostConnection() {
    return find(EOFException.class).isPresent()
        || says("received no bytes")
        || says("connection reset")
        || says("connection is closed")
        || says("terminated the handshake");
  }

  /** Whether there never was a connection. */
  boolean isUnconnected() {
    return find(ConnectException.class).isPresent()
        || find(UnresolvedAddressException.class).isPresent()
        || find(UnknownHostException.class).isPresent()
        || find(NoRouteToHostException.class).isPresent();
  }

  String text(Address address) {
    if (find(UnresolvedAddressException.class).isPresent()
        || find(UnknownHostException.class).isPresent()) {
      return "dial tcp: lookup %s: no such host".formatted(address.host());
    }
    if (find(NoRouteToHostException.class).isPresent()) {
      return dial(address, "no route to host");
    }
    Optional<ConnectException> refused = find(ConnectException.class);
    if (refused.isPresent()) {
      String said = String.valueOf(refused.get().getMessage()).toLowerCase(Locale.ROOT);
      boolean plain = said.equals("null") || said.contains("refused");
      return dial(address, plain ? "connection refused" : said);
    }
    return isLostConnection() ? "EOF" : tunnel().or(this::tls).orElseGet(this::last);
  }

  private static String dial(Address address, String why) {
    return "dial tcp %s:%d: connect: %s".formatted(dialled(address.host()), address.port(), why);
  }

  /** The number that was called; looked up again, which the JDK remembers. */
  private static String dialled(String host) {
    if (host.isEmpty() || host.startsWith("[")) {
      return host;
    }
    try {
      InetAddress first = InetAddress.getAllByName(host)[0];
      String number = first.getHostAddress();
      return first instanceof Inet6Address
          ? "[" + number.replaceFirst("(^|:)(0(:|$)){2,}", "::") + "]"
          : number;
    } catch (UnknownHostException e) {
      return host;
    }
  }

  /**
   * A proxy that does not let us through. For one that wants a password the JDK gives an answer
   * without a body, over which the Kubernetes client stumbles; nothing else makes it stumble.
   */
  private Optional<String> tunnel() {
    if (find(NullPointerException.class).isPresent()) {
      return Optional.of(StatusLine.name(407));
    }
    return causes.stream()
        .map(cause -> TUNNEL.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::find)
        .map(match -> StatusLine.name(Integer.parseInt(match.group(1))))
        .findFirst();
  }

  private Optional<String> tls() {
    if (find(SSLException.class).isEmpty()) {
      return Optional.empty();
    }
    if (says("unrecognized ssl message")) {
      return Optional.of("http: server gave HTTP response to HTTPS client");
    }
    if (find(CertificateExpiredException.class).isPresent()
        || find(CertificateNotYetValidException.class).isPresent()) {
      return Optional.of(unverified("certificate has expired or is not yet valid"));
    }
    if (find(CertPathBuilderException.class).isPresent()
        || find(CertPathValidatorException.class).isPresent()
        || says("trustanchors parameter must be non-empty")) {
      return Optional.of(unverified("certificate signed by unknown authority"));
    }
    return find(CertificateException.class)
        .map(cause -> unverified("certificate is for other names: " + bare(cause.getMessage())))
        .or(() -> Optional.of("tls: " + last()));
  }

  /** Without the full stop that the JDK sets. */
  private static String bare(@Nullable String message) {
    return String.valueOf(message).replaceFirst("\\.$", "");
  }

  private static String unverified(String why) {
    return "tls: failed to verify certificate: x509: " + why;
  }

  /** What the innermost cause that says anything of its own says. */
  private String last() {
    for (Throwable cause : causes.reversed()) {
      String message = cause.getMessage();
      boolean isOwn = cause.getCause() == null || !cause.getCause().toString().equals(message);
      if (message != null && !message.isBlank() && isOwn) {
        return message;
      }
    }
    return causes.getLast().getClass().getSimpleName();
  }

  private <T extends Throwable> Optional<T> find(Class<T> type) {
    return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private boolean says(String part) {
    return causes.stream()
        .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(message -> message.contains(part));
  }
}
