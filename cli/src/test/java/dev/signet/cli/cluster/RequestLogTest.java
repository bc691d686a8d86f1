package dev.signet.cli.cluster;

import static dev.signet.cli.cluster.Bench.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.TlsKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-18")
final class RequestLogTest {
  @TempDir private Path folder;

  private String logged(int verbosity) {
    try (Bench bench = new Bench(folder, FakeApiServer.https(TlsKeys.server(), false))) {
      bench.serveAll().verbosity(verbosity);
      bench.configure("insecure-skip-tls-verify: true", "token: geheim");
      bench.controller();
      return bench.err().replace(bench.server.url(), "URL").replaceAll("in \\d+ m", "in N m");
    }
  }

  @Test
  void below_six_there_is_silence() {
    assertEquals("", logged(5));
    assertEquals("", logged(-1));
  }

  @Test
  void at_six_a_line_for_each_request() {
    assertEquals(
        "Config loaded from file: %s/.kube/config\nGET URL%s 200 in N milliseconds\n"
            .formatted(folder, SERVICE),
        logged(6));
  }

  @Test
  void above_headers_and_bodies_without_the_token() {
    String log = logged(8);
    assertTrue(log.contains("    Authorization: Bearer <masked>\n"), log);
    assertTrue(log.contains("    content-type: application/json\n"), log);
    assertTrue(log.contains("{\"kind\":\"Service\""), log);
    assertFalse(log.contains("geheim"), log);
    assertFalse(logged(7).contains("content-type"));
    assertFalse(logged(99).contains("geheim"));
  }

  @Test
  void credentials_are_named_by_their_kind_alone() {
    String[][] table = {
      {"Authorization", "Bearer x y", "Bearer <masked>"},
      {"authorization", "basic x", "basic <masked>"},
      {"Authorization", "Negotiate x", "Negotiate <masked>"},
      {"Authorization", "secret", "<masked>"},
      {"Proxy-Authorization", "Basic x", "Basic <masked>"},
      {"Set-Cookie", "a=b", "<masked>"},
      {"Accept", "Bearer x", "Bearer x"},
    };
    for (String[] row : table) {
      assertEquals(row[2], RequestLog.masked(row[0], row[1]));
    }
  }

  @Test
  void a_request_without_answer_is_logged_with_the_reason() {
    try (Bench bench = new Bench(folder, FakeApiServer.http())) {
      bench.server.close();
      bench.verbosity(6).fault();
      assertTrue(bench.err().contains("connect: connection refused in "), bench.err());
    }
  }
}
