package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-139")
final class ProxyRelayTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  @Test
  void what_went_wrong_is_forgotten_at_the_next_success() throws Exception {
    String closed;
    try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
      closed = "127.0.0.1:" + socket.getLocalPort();
    }
    try (ServerSocket socket = new ServerSocket(0, 1, HERE);
        ProxyRelay relay = new ProxyRelay(Optional.empty(), SSLContext.getDefault())) {
      String open = "127.0.0.1:" + socket.getLocalPort();
      relay.allow(Address.parse("http://" + closed));
      relay.allow(Address.parse("http://" + open));
      assertEquals("", answer(relay, closed));
      assertEquals(
          Optional.of("dial tcp " + closed + ": connect: connection refused"), relay.trouble());
      assertEquals("HTTP/1.1 200", answer(relay, open));
      assertEquals(Optional.empty(), relay.trouble());
    }
  }

  /** How an answer to the wish for a tunnel begins. */
  private static String answer(ProxyRelay relay, String target) throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), relay.port())) {
      String wish = "CONNECT " + target + " HTTP/1.1\r\n\r\n";
      client.getOutputStream().write(wish.getBytes(ISO_8859_1));
      return new String(client.getInputStream().readNBytes(12), ISO_8859_1);
    }
  }
}
