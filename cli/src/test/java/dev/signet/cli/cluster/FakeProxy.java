package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that passes everything on to one server, whatever was asked for, and writes down what it
 * was told: the head of a request, or the words of a SOCKS greeting.
 */
final class FakeProxy implements AutoCloseable {
  private enum Kind {
    HTTP,
    SOCKS
  }

  private final ServerSocket socket;
  private final Kind kind;
  private final int target;
  private final List<String> told = new ArrayList<>();
  private final List<String> hosts = new ArrayList<>();

  private FakeProxy(ServerSocket socket, Kind kind, int target) {
    this.socket = socket;
    this.kind = kind;
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  static FakeProxy http(int target) throws IOException {
    return new FakeProxy(new ServerSocket(0, 50, loopback()), Kind.HTTP, target);
  }

  static FakeProxy https(SSLContext context, int target) throws IOException {
    ServerSocket socket = context.getServerSocketFactory().createServerSocket(0, 50, loopback());
    return new FakeProxy(socket, Kind.HTTP, target);
  }

  static FakeProxy socks(int target) throws IOException {
    return new FakeProxy(new ServerSocket(0, 50, loopback()), Kind.SOCKS, target);
  }

  private static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }

  String hostPort() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  synchronized List<String> told() {
    return List.copyOf(told);
  }

  /** The Host header of each request. */
  synchronized List<String> hosts() {
    return List.copyOf(hosts);
  }

  private synchronized void note(String text) {
    told.add(text);
  }

  private synchronized void noteHost(String head) {
    head.lines().filter(line -> line.startsWith("Host: ")).forEach(hosts::add);
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
    try (client;
        Socket server = new Socket(loopback(), target)) {
      String forwarded = kind == Kind.SOCKS ? socks(client) : http(client);
      if (forwarded == null) {
        return;
      }
      server.getOutputStream().write(forwarded.getBytes(ISO_8859_1));
      Thread answers = Thread.ofVirtual().start(() -> copy(server, client));
      copy(client, server);
      answers.join();
    } catch (IOException e) {
      // The client has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What has to be sent on; null if the client is refused. */
  private @Nullable String http(Socket client) throws IOException {
    String head = head(client.getInputStream());
    noteHost(head);
    note(head.lines().filter(FakeProxy::isOfInterest).reduce((a, b) -> a + "|" + b).orElse(""));
    if (head.contains("refuse.example")) {
      send(client, "HTTP/1.1 407 \r\nContent-Length: 0\r\n\r\n");
      return null;
    }
    if (!head.startsWith("CONNECT")) {
      return head;
    }
    send(client, "HTTP/1.1 200 \r\n\r\n");
    return "";
  }

  private static boolean isOfInterest(String line) {
    return line.endsWith("HTTP/1.1") || line.startsWith("Proxy-Authorization");
  }

  private String socks(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    in.read();
    byte[] methods = in.readNBytes(in.read());
    boolean asks = methods.length > 1;
    client.getOutputStream().write(new byte[] {5, (byte) (asks ? 2 : 0)});
    String login = "";
    if (asks) {
      in.read();
      login = text(in) + ":" + text(in) + "@";
      client.getOutputStream().write(new byte[] {1, 0});
    }
    in.readNBytes(4);
    String host = text(in);
    note(login + host + ":" + ((in.read() << 8) + in.read()));
    client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    return "";
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readNBytes(in.read()), ISO_8859_1);
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    return head.toString(ISO_8859_1);
  }

  private static void send(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // Whoever is left sees the end.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
