package dev.signet.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Plays an API server with a controller behind it, as far as {@link Rehearsal} asks. */
final class RehearsedServer implements AutoCloseable {
  private static final String SERVICE =
      """
      {"kind": "Service", "apiVersion": "v1", "spec": {"ports": [{"name": "http"}]}}
      """;

  private final ServerSocket socket;
  private final String certificate;

  RehearsedServer(String certificate) throws IOException {
    this.certificate = certificate;
    this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        answerAll(connection);
      } catch (IOException e) {
        // The play is over, or has moved on to another connection.
      }
    }
  }

  private void answerAll(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int length = 0;
      for (String header = in.readLine(); header != null && !header.isEmpty(); ) {
        String[] parts = header.split(": *", 2);
        if (parts[0].equalsIgnoreCase("Content-Length")) {
          length = Integer.parseInt(parts[1]);
        }
        header = in.readLine();
      }
      in.skip(length);
      answer(connection.getOutputStream(), line.contains("/proxy/") ? certificate : SERVICE);
    }
  }

  private static void answer(OutputStream out, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(bytes.length);
    out.write(head.getBytes(ISO_8859_1));
    out.write(bytes);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
