package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy on the loopback that passes everything on to one that the JDK's client cannot talk
 * to: over TLS, with a password, or SOCKS; or, without a proxy, to a host whose name it refuses.
 * Only to where the client itself wants to go: others on this machine could find the port while it
 * is open.
 */
final class ProxyRelay implements AutoCloseable {
  /** Empty if the target itself is called. */
  private final Optional<Address> proxy;

  private final SSLContext tls;
  private final ServerSocket socket;
  private final Set<String> targets = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String trouble;

  ProxyRelay(Optional<Address> proxy, SSLContext tls) throws IOException {
    this.proxy = proxy;
    this.tls = tls;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  void allow(Address target) {
    targets.add(target.place());
    targets.add(target.host() + ":" + target.port());
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      Optional<ProxyRequest> first = ProxyRequest.read(client.getInputStream());
      if (first.isPresent() && targets.contains(first.get().target())) {
        try (Socket next = open(first.get())) {
          pass(first.get(), client, next);
        }
      }
    } catch (IOException e) {
      // Whatever broke off, the client sees its connection end.
    }
  }

  /** Why the proxy could not be reached, in case it could not when it was last needed. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private Socket open(ProxyRequest request) throws IOException {
    try {
      Socket next = connect(request);
      trouble = null;
      return next;
    } catch (IOException e) {
      trouble = Breakdown.of(e).text(proxy.orElse(request.address()));
      throw e;
    }
  }

  /** Whether who takes the bytes is the target itself, and no HTTP proxy. */
  private boolean isTarget() {
    return proxy.isEmpty() || isSocks(proxy.get());
  }

  private static boolean isSocks(Address proxy) {
    return proxy.scheme().startsWith("socks5");
  }

  private Socket connect(ProxyRequest request) throws IOException {
    Address next = proxy.orElse(request.address());
    Socket plain = new Socket(next.host(), next.port());
    if (proxy.isEmpty()) {
      return plain;
    }
    if (isSocks(next)) {
      String login = next.login().map(it -> it.user() + ":" + it.password("")).orElse("");
      Socks5.connect(plain, login, request.host(), request.port());
      return plain;
    }
    return next.isTls() ? secured(plain, next) : plain;
  }

  private Socket secured(Socket plain, Address next) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, next.host(), next.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm(OddName.isOdd(next.host()) ? "" : "HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private Optional<String> authorization() {
    return proxy.flatMap(Address::authorization);
  }

  private void pass(ProxyRequest first, Socket client, Socket next) throws IOException {
    if (!first.isTunnel()) {
      passRequests(first, client, next);
      return;
    }
    if (isTarget()) {
      write(client, "HTTP/1.1 200 \r\n\r\n");
    } else {
      write(next, first.forProxy(authorization()));
    }
    Thread answers = Thread.ofVirtual().start(() -> copy(next, client));
    copy(client, next);
    await(answers);
  }

  /**
   * One after the other, since each has to be changed; for another target, the client calls anew.
   */
  private void passRequests(ProxyRequest first, Socket client, Socket next) throws IOException {
    Thread answers = Thread.ofVirtual().start(() -> copy(next, client));
    InputStream in = client.getInputStream();
    Optional<ProxyRequest> request = Optional.of(first);
    while (request.isPresent() && request.get().target().equals(first.target())) {
      ProxyRequest it = request.get();
      write(next, isTarget() ? it.forTarget() : it.forProxy(authorization()));
      next.getOutputStream().write(in.readNBytes(it.bodyLength()));
      next.getOutputStream().flush();
      request = ProxyRequest.read(in);
    }
    end(next);
    await(answers);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static void copy(Socket from, Socket to) {
    try {
      OutputStream out = to.getOutputStream();
      from.getInputStream().transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      end(from);
      end(to);
    }
  }

  /** Where one side has broken off, the other is not to wait. */
  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It takes no more connections all the same.
    }
  }
}
