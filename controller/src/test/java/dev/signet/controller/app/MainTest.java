package dev.signet.controller.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ends before anything begins. */
final class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  @Tag("C-26")
  void version_is_one_line_on_stdout() {
    assertEquals(0, run(Map.of(), "--version"));
    assertEquals("controller version: UNKNOWN\n", out.toString(UTF_8));
    assertEquals("", err.toString(UTF_8));
  }

  @Test
  @Tag("C-28")
  void help_goes_to_stderr() {
    assertEquals(0, run(Map.of(), "-h"));
    assertEquals("", out.toString(UTF_8));
    assertTrue(err.toString(UTF_8).startsWith("Usage of controller:\n      --accept-deprecated"));
  }

  @Test
  @Tag("C-29")
  @Tag("C-33")
  @Tag("C-37")
  void a_fault_of_a_flag_is_a_line_on_stderr_and_a_code() {
    assertEquals(2, run(Map.of(), "--nope"));
    assertEquals("unknown flag: --nope\nsee --help\n", err.toString(UTF_8));
    assertEquals(1, run(Map.of("SEALED_SECRETS_KEY_SIZE", "many"), "--listen-addr=:0"));
    assertTrue(
        err.toString(UTF_8).contains("\"many\" for SEALED_SECRETS_KEY_SIZE environment variable"));
    assertEquals("", out.toString(UTF_8));
  }

  @Test
  @Tag("C-06")
  @Tag("C-35")
  void without_a_cluster_it_says_what_is_missing() {
    assertEquals(
        1, run(Map.of(), "--listen-addr=:0", "--listen-metrics-addr=:0", "--rotate-period=1h"));
    List<String> lines = err.toString(UTF_8).lines().toList();
    assertEquals(
        "Flag --rotate-period has been deprecated, please use key-renew-period instead",
        lines.getFirst());
    assertTrue(
        lines.getLast().startsWith("error: unable to load in-cluster configuration, "),
        lines::toString);
    assertTrue(
        out.toString(UTF_8)
            .contains("level=INFO msg=\"Starting sealed-secrets controller\" version=UNKNOWN"));
  }

  @Test
  @Tag("C-24")
  void an_address_that_is_taken_ends_it_with_the_address() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String address = ":" + taken.getLocalPort();
      assertEquals(1, run(Map.of(), "--listen-addr=:0", "--listen-metrics-addr=" + address));
      assertTrue(err.toString(UTF_8).contains("cannot listen on " + address), err.toString(UTF_8));
    }
  }

  @Test
  @Tag("C-19")
  void info_can_go_to_stderr_too() {
    run(
        Map.of(),
        "--log-info-stdout=false",
        "--log-format=json",
        "--listen-addr=:0",
        "--listen-metrics-addr=:0");
    assertEquals("", out.toString(UTF_8));
    assertTrue(err.toString(UTF_8).contains("\"msg\":\"Starting sealed-secrets controller\""));
  }

  private int run(Map<String, String> environment, String... arguments) {
    return new Main(
            environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
        .run(List.of(arguments));
  }
}
