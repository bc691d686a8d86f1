package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * Has a SOCKS 5 proxy connect a socket on to somewhere (RFC 1928, RFC 1929). Names are resolved by
 * the proxy, as Go's programs do it, since they often mean nothing on this side.
 */
final class Socks5 {
  private static final int VERSION = 5;
  private static final int NO_AUTHENTICATION = 0;
  private static final int PASSWORD = 2;
  private static final int CONNECT = 1;
  private static final int NAME = 3;
  private static final int LONGEST = 255;

  private final InputStream in;
  private final OutputStream out;

  private Socks5(Socket socket) throws IOException {
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /**
   * Afterwards the socket speaks with the target.
   *
   * @param login user and password with a colon between; empty if the proxy wants none
   */
  static void connect(Socket socket, String login, String host, int port) throws IOException {
    Socks5 socks = new Socks5(socket);
    socks.authenticate(login);
    socks.connect(host, port);
  }

  private void authenticate(String login) throws IOException {
    out.write(
        login.isEmpty()
            ? new byte[] {VERSION, 1, NO_AUTHENTICATION}
            : new byte[] {VERSION, 2, NO_AUTHENTICATION, PASSWORD});
    expect(VERSION, "it is no SOCKS 5 proxy");
    int method = next();
    if (method == PASSWORD && !login.isEmpty()) {
      String[] parts = login.split(":", 2);
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.write(1);
      text(request, parts[0]);
      text(request, parts.length > 1 ? parts[1] : "");
      out.write(request.toByteArray());
      next();
      expect(0, "it refuses user and password");
    } else if (method != NO_AUTHENTICATION) {
      throw new IOException("socks proxy: it wants another authentication");
    }
  }

  private void connect(String host, int port) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(new byte[] {VERSION, CONNECT, 0, NAME});
    text(request, host);
    request.write(port >> 8);
    request.write(port);
    out.write(request.toByteArray());
    expect(VERSION, "it is no SOCKS 5 proxy");
    int result = next();
    if (result != 0) {
      throw new IOException("socks proxy: it cannot connect (code " + result + ")");
    }
    next();
    int length =
        switch (next()) {
          case 1 -> 4;
          case NAME -> next();
          case 4 -> 16;
          default -> throw new IOException("socks proxy: an address of an unknown kind");
        };
    if (in.readNBytes(length + 2).length < length + 2) {
      throw new EOFException("socks proxy: it hung up");
    }
  }

  private static void text(ByteArrayOutputStream request, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length > LONGEST) {
      throw new IOException("socks proxy: a name is too long");
    }
    request.write(bytes.length);
    request.writeBytes(bytes);
  }

  private void expect(int value, String otherwise) throws IOException {
    if (next() != value) {
      throw new IOException("socks proxy: " + otherwise);
    }
  }

  private int next() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new EOFException("socks proxy: it hung up");
    }
    return value;
  }
}
