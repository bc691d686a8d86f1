package dev.signet.controller.app;

import static dev.signet.controller.kube.fake.Wait.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.controller.kube.ClientSettings;
import dev.signet.controller.kube.fake.FakeApi;
import dev.signet.controller.kube.fake.Lines;
import dev.signet.controller.queue.Handler;
import dev.signet.controller.queue.Next;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.time.Clock;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class LeadingTest {
  private final FakeApi api = new FakeApi();
  private final Config config = new ConfigBuilder(Config.empty()).withMasterUrl(api.url()).build();
  private final Leading leading =
      new Leading(
          new Place(config, "own"),
          ClientSettings.usual("test"),
          Clock.systemUTC(),
          new Lines().log());

  @AfterEach
  void stop() {
    leading.close();
    api.close();
  }

  /** Or else the first key of an installation is never made when its turn came too early. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_was_due_before_is_looked_for_once_this_replica_leads(boolean byLease) {
    answerReviews(byLease);
    AtomicInteger told = new AtomicInteger();
    assertFalse(leading.isLeader());
    leading.start(told::incrementAndGet);
    until("it leads", leading::isLeader);
    until("it is told", () -> told.get() > 0);
    assertEquals(1, told.get());
  }

  @Test
  void work_waits_for_the_lead() throws Exception {
    answerReviews(false);
    AtomicInteger handled = new AtomicInteger();
    Handler<String> handler =
        leading.only(
            key -> {
              handled.incrementAndGet();
              return Next.done();
            });
    FutureTask<Next> work = new FutureTask<>(() -> handler.handle("key"));
    Thread.ofVirtual().start(work);
    Thread.sleep(200);
    assertEquals(0, handled.get());
    leading.start(() -> {});
    assertEquals(Next.done(), work.get());
    assertEquals(1, handled.get());
  }

  private void answerReviews(boolean allowed) {
    api.fault(
        Integer.MAX_VALUE,
        call -> call.path().endsWith("/selfsubjectaccessreviews"),
        (call, reply) -> reply.json(201, "{\"status\":{\"allowed\":%s}}".formatted(allowed)));
  }
}
