package dev.signet.controller.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator reads, from real failures: what the JDK throws for each is its own affair. */
@Timeout(30)
final class ReasonsTest {
  @Test
  void nobody_listens() throws IOException {
    int port = freePort();
    assertEquals("connection refused", reason("http://127.0.0.1:" + port + "/"));
  }

  @Test
  void the_name_is_not_known() {
    assertEquals("the name of the host is not known", reason("http://no-such-host.invalid:1/"));
  }

  @Test
  void somebody_listens_and_says_nothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + silent.getLocalPort() + "/";
      assertEquals("no answer within 500 ms", reason("http://" + address));
      assertEquals("no connection in time", reason("https://" + address));
    }
  }

  private static String reason(String url) {
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl(url).build();
    ClientSettings settings =
        new ClientSettings(
            "test", Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofMillis(500), null);
    return switch (new ApiServer(config, settings).ping()) {
      case Outcome.Failed<?>(ApiError error) -> error.message().replaceFirst("^GET version: ", "");
      case Outcome.Ok<?> ok -> throw new AssertionError(ok);
    };
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
