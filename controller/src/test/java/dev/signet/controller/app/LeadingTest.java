package dev.signet.controller.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ClientSettings;
import dev.signet.controller.kube.fake.Call;
import dev.signet.controller.kube.fake.FakeApi;
import dev.signet.controller.kube.fake.Wait;
import dev.signet.controller.log.Level;
import dev.signet.controller.log.Log;
import dev.signet.controller.queue.Handler;
import dev.signet.controller.queue.Next;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C-202")
final class LeadingTest {
  private static final int OFTEN = 1000;

  private final FakeApi api = new FakeApi();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Leading one = leading();
  private final Leading other = leading();
  private final AtomicInteger gains = new AtomicInteger();

  @AfterEach
  void close() {
    one.close();
    other.close();
    api.close();
  }

  @Test
  void where_leases_are_not_allowed_it_leads_alone_and_never_asks_for_one() {
    one.start(gains::incrementAndGet);
    Wait.until("it leads", one::isLeader);
    Wait.until("it is told", () -> gains.get() == 1);
    assertEquals(List.of(), api.calls(LeadingTest::isAboutLease));
    assertTrue(written.toString(UTF_8).contains("no right to use Leases"));
  }

  @Test
  void where_leases_are_allowed_one_leads_and_the_other_follows_it() {
    allowLeases();
    one.start(gains::incrementAndGet);
    Wait.until("one leads", one::isLeader);
    other.start(gains::incrementAndGet);
    Wait.until("the other has asked", () -> api.calls(LeadingTest::isAboutLease).size() > 4);
    assertFalse(other.isLeader());
    CompletableFuture<Next> handled = inBackground(other.only(key -> Next.done()));
    assertFalse(handled.isDone());
    one.close();
    Wait.until("the other leads", other::isLeader);
    assertEquals(Next.done(), handled.join());
    assertEquals(2, gains.get());
  }

  @Test
  void who_waits_to_lead_can_be_told_not_to() {
    api.fault(OFTEN, call -> true, (call, reply) -> reply.status(500, "InternalError", "no"));
    one.start(gains::incrementAndGet);
    CompletableFuture<Next> handled = inBackground(one.only(key -> Next.done()));
    one.stopWaiting();
    assertEquals(Next.retry(), handled.join());
    assertEquals(0, gains.get());
  }

  private void allowLeases() {
    api.fault(
        OFTEN,
        call -> call.path().endsWith("/selfsubjectaccessreviews"),
        (call, reply) -> reply.json(201, "{\"status\":{\"allowed\":true}}"));
  }

  private static boolean isAboutLease(Call call) {
    return call.path().contains("/leases");
  }

  /** Not in the common pool: the client needs it, and it is small. */
  private static CompletableFuture<Next> inBackground(Handler<String> handler) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return handler.handle("key");
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private Leading leading() {
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl(api.url()).build();
    PrintStream out = new PrintStream(written, true, UTF_8);
    return new Leading(
        new Place(config, "kube-system"),
        ClientSettings.usual("test"),
        Clock.systemUTC(),
        new Log(Log.Format.TEXT, Level.DEBUG, out, out, Clock.systemUTC()));
  }
}
