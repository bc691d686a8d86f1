package dev.signet.cli.cluster;

import static dev.signet.cli.cluster.Bench.PROXY;
import static dev.signet.cli.cluster.Bench.SERVICE;
import static dev.signet.cli.cluster.Bench.SERVICE_JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.FakeApiServer.Reply;
import dev.signet.cli.vectors.FakeApiServer.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is asked again, how often, and when it is enough. */
@Tag("K-133")
@Tag("K-140")
@Execution(ExecutionMode.CONCURRENT)
final class PatienceTest {
  private static final Reply LATER = Reply.of(503, Map.of("Retry-After", "0"), "later");

  private static final Reply SLOW = Reply.ok("").after(Duration.ofSeconds(20));

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void set_up() {
    bench = new Bench(folder, FakeApiServer.http());
  }

  @AfterEach
  void tear_down() {
    bench.close();
  }

  @Test
  void a_server_that_says_when_is_asked_again_ten_times() {
    bench.serve(Route.get(SERVICE, LATER));
    assertTrue(bench.fault().error().contains("currently unable to handle the request"));
    assertEquals(11, bench.paths().size());
  }

  @Test
  void it_is_asked_for_a_post_too() {
    bench.serveAll().serve(Route.post(PROXY + "/v1/verify", LATER).times(3));
    bench.serve(Route.post(PROXY + "/v1/verify", Reply.ok("")));
    assertInstanceOf(VerifyAnswer.Opens.class, bench.controller().verify("{}"));
    assertEquals(5, bench.paths().size());
  }

  @Test
  void only_for_429_and_5xx_and_only_for_seconds() {
    for (String after : new String[] {"soon", "", "1.5", "Wed, 21 Oct 2015 07:28:00 GMT"}) {
      bench.serve(Route.get(SERVICE, Reply.of(503, Map.of("Retry-After", after), "")).times(1));
      bench.fault();
    }
    bench.serve(Route.get(SERVICE, Reply.of(404, Map.of("Retry-After", "0"), "")).times(1));
    bench.fault();
    assertEquals(5, bench.paths().size());
    bench.serve(Route.get(SERVICE, Reply.of(429, Map.of("Retry-After", "0"), "")).times(1));
    bench.serveAll().controller();
    assertEquals(7, bench.paths().size());
  }

  @Test
  void a_wait_beyond_the_limit_is_not_begun() {
    bench.serve(Route.get(SERVICE, Reply.of(429, Map.of("Retry-After", "60"), "")));
    Instant start = Instant.now();
    assertTrue(bench.fault().error().contains("too many requests"));
    assertTrue(Duration.between(start, Instant.now()).toSeconds() < 10);
    assertEquals(1, bench.paths().size());
  }

  @Test
  void a_get_whose_connection_breaks_is_asked_again() {
    bench.serve(Route.get(SERVICE, Reply.hangUp()).times(3));
    assertEquals("PEM", bench.serveAll().certificate());
  }

  @Test
  void a_post_whose_connection_breaks_is_not() {
    bench.serveAll().serve(Route.post(PROXY + "/v1/verify", Reply.hangUp()));
    Controller controller = bench.controller();
    VerifyAnswer.Failed failed = (VerifyAnswer.Failed) controller.verify("{}");
    assertEquals(
        "cannot validate sealed secret: Post \"%s%s/v1/verify\": EOF"
            .formatted(bench.server.url(), PROXY),
        failed.fault().error());
    assertEquals(2, bench.paths().size());
  }

  @Test
  void breaks_end_with_the_time_limit() {
    bench.requestTimeout("1500ms");
    bench.serve(Route.get(SERVICE + "?timeout=1.5s", Reply.hangUp()));
    Instant start = Instant.now();
    String error = bench.fault().error();
    assertTrue(error.contains("\": EOF.") || error.contains("no answer within 1.5s"), error);
    Duration took = Duration.between(start, Instant.now());
    assertTrue(took.toMillis() >= 1000 && took.toSeconds() < 10, took.toString());
  }

  @Test
  void a_slow_api_server_is_told_by_its_name() {
    bench.requestTimeout("300ms").serve(Route.get(SERVICE + "?timeout=300ms", SLOW));
    Fault fault = bench.fault();
    assertTrue(
        fault.error().contains("context deadline exceeded: no answer within 300ms: the API server"),
        fault.error());
    assertTrue(fault.hints().getFirst().contains("--cert"));
  }

  @Test
  void a_slow_pod_is_told_by_what_usually_keeps_it() {
    bench.requestTimeout("3s");
    bench.serve(
        Route.get(SERVICE + "?timeout=3s", Reply.json(200, SERVICE_JSON)),
        Route.get(PROXY + "/v1/cert.pem?timeout=3s", SLOW));
    String error = bench.certificate();
    assertTrue(error.startsWith("error: cannot fetch certificate: Get \""), error);
    assertTrue(error.contains("port 8080") && error.contains("firewall"), error);
    assertTrue(error.contains("--cert"), error);
  }

  @Test
  void a_bad_time_limit_is_told_before_any_request() {
    assertTrue(bench.requestTimeout("x").fault().error().startsWith("Invalid timeout value."));
    assertEquals(List.of(), bench.paths());
  }

  @Test
  void whoever_is_interrupted_gives_up() {
    bench.serve(Route.get(SERVICE, Reply.ok("").after(Duration.ofSeconds(20))));
    Thread.currentThread().interrupt();
    assertTrue(bench.fault().error().contains("interrupted"));
    assertTrue(Thread.interrupted());
  }
}
