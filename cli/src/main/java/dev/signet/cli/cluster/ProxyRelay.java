package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * An HTTP proxy on the loopback that passes everything on to one that the JDK's client cannot talk
 * to: over TLS, with a password, or SOCKS. Only to where the client itself wants to go: others on
 * this machine could find the port while it is open.
 */
final class ProxyRelay implements AutoCloseable {
  private static final Pattern REQUEST =
      Pattern.compile("([A-Z]+) (?:http://)?([^/ ]+)(\\S*) (HTTP/1\\.1)");
  private static final String END = "\r\n\r\n";
  private static final int LONGEST_HEAD = 1 << 16;

  private final Address proxy;
  private final SSLContext tls;
  private final ServerSocket socket;
  private final Set<String> targets = ConcurrentHashMap.newKeySet();

  ProxyRelay(Address proxy, SSLContext tls) throws IOException {
    this.proxy = proxy;
    this.tls = tls;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  void allow(Address target) {
    targets.add(target.hostPort());
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
      String head = head(client.getInputStream());
      Matcher request = REQUEST.matcher(head.lines().findFirst().orElse(""));
      if (!request.matches() || !targets.contains(request.group(2))) {
        refuse(client, "403 Forbidden");
        return;
      }
      try (Socket next = open(request.group(2))) {
        begin(client, next, head, request);
        pass(client, next);
      } catch (IOException e) {
        refuse(client, "502 " + printable(String.valueOf(e.getMessage())));
      }
    } catch (IOException e) {
      // The client has gone: it knows why, and there is nobody else to tell.
    }
  }

  private boolean isSocks() {
    return proxy.scheme().startsWith("socks5");
  }

  private Socket open(String target) throws IOException {
    Socket plain = new Socket(proxy.host(), port(proxy));
    if (isSocks()) {
      int colon = target.lastIndexOf(':');
      boolean withPort = colon > target.lastIndexOf(']') && colon > 0;
      String host = withPort ? target.substring(0, colon) : target;
      int port = withPort ? Integer.parseInt(target.substring(colon + 1)) : 80;
      Socks5.connect(plain, URLDecoder.decode(proxy.login(), UTF_8), host, port);
      return plain;
    }
    if (!proxy.isTls()) {
      return plain;
    }
    SSLSocket secured =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, proxy.host(), proxy.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static int port(Address proxy) {
    boolean isUnsaid = proxy.hostPort().equals(proxy.host());
    return proxy.scheme().startsWith("socks5") && isUnsaid ? 1080 : proxy.port();
  }

  /** Sends the request on in the form that the next one expects, and answers it if nobody does. */
  private void begin(Socket client, Socket next, String head, Matcher request) throws IOException {
    boolean tunnels = request.group(1).equals("CONNECT");
    if (isSocks() && tunnels) {
      write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
      return;
    }
    String first = head.lines().findFirst().orElseThrow();
    String rest = head.substring(first.length() + 2);
    String line =
        isSocks()
            ? "%s %s %s".formatted(request.group(1), origin(request), request.group(4))
            : first;
    StringBuilder added = new StringBuilder();
    if (!isSocks()) {
      proxy.authorization().ifPresent(it -> added.append("Proxy-Authorization: " + it + "\r\n"));
    }
    if (!tunnels) {
      // One request a connection: whatever follows would come without our header.
      added.append("Connection: close\r\n");
    }
    write(next, line + "\r\n" + added + rest);
  }

  private static String origin(Matcher request) {
    return request.group(3).startsWith("/") ? request.group(3) : "/" + request.group(3);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static void refuse(Socket client, String status) throws IOException {
    write(client, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  private static String printable(String text) {
    return text.replaceAll("[^ -~]", " ");
  }

  /** Byte by byte, since what follows is not for us. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int matched = 0; matched < END.length(); ) {
      int next = in.read();
      if (next < 0 || head.size() > LONGEST_HEAD) {
        throw new EOFException("no request");
      }
      head.write(next);
      matched = next == END.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(ISO_8859_1);
  }

  /** Both ways, until both are at their end. */
  private static void pass(Socket client, Socket next) throws IOException {
    Thread answers = Thread.ofVirtual().start(() -> copy(next, client));
    copy(client, next);
    try {
      answers.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
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

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It takes no more connections all the same.
    }
  }
}
