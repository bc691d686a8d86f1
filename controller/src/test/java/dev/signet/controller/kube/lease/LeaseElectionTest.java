package dev.signet.controller.kube.lease;

import static dev.signet.controller.kube.fake.Wait.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.ClientSettings;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.fake.BlackHole;
import dev.signet.controller.kube.fake.Call;
import dev.signet.controller.kube.fake.FakeApi;
import dev.signet.controller.kube.fake.Lines;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LeaseElectionTest {
  private static final ObjectKey LEASE = new ObjectKey("kube-system", "sealed-secrets-controller");
  private static final String PATH =
      "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/sealed-secrets-controller";
  private static final LeaseTiming QUICK =
      new LeaseTiming(Duration.ofSeconds(2), Duration.ofMillis(1200), Duration.ofMillis(50));

  private final FakeApi api = new FakeApi();
  private final Lines lines = new Lines();
  private final List<String> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  @Tag("C-202")
  void the_first_leads_and_the_second_follows_until_the_lease_is_given_back() throws Exception {
    LeaseElection one = candidate("one", api.url());
    LeaseElection two = candidate("two", api.url());
    one.start(noting("one"));
    until("a leader", one::isLeader);
    two.start(noting("two"));
    Thread.sleep(500);
    assertFalse(two.isLeader());
    one.close();
    assertFalse(one.isLeader());
    until("the other", Duration.ofMillis(1500), two::isLeader);
    two.close();
    assertEquals(List.of("one gained", "two gained"), told);
    String lease = api.objects().getOrDefault(PATH, "none");
    assertTrue(lease.contains("\"leaseTransitions\":1"), lease);
  }

  @Test
  void one_that_died_is_followed_when_its_time_is_over() {
    LeaseElection one = candidate("one", api.url());
    one.start(noting("one"));
    until("a leader", one::isLeader);
    api.fault(10_000, call -> call.body().contains("\"one\""), (call, reply) -> reply.cut());
    LeaseElection two = candidate("two", api.url());
    two.start(noting("two"));
    until("the other", two::isLeader);
    two.close();
    one.close();
  }

  @Test
  void one_whose_way_is_lost_stops_before_another_begins() {
    try (BlackHole way = new BlackHole(api.port())) {
      LeaseElection one = candidate("one", way.url());
      LeaseElection two = candidate("two", api.url());
      one.start(noting("one"));
      until("a leader", one::isLeader);
      two.start(noting("two"));
      way.lose();
      until("an end", () -> told.contains("one lost"));
      until("the other", two::isLeader);
      assertEquals(List.of("one gained", "one lost", "two gained"), told);
      way.restore();
      two.close();
      until("the first again", one::isLeader);
      one.close();
    }
  }

  @Test
  void one_request_without_an_answer_does_not_cost_the_lease() throws Exception {
    LeaseElection one = candidate("one", api.url());
    one.start(noting("one"));
    until("a leader", one::isLeader);
    api.fault(1, call -> true, (call, reply) -> reply.silence());
    Thread.sleep(1500);
    assertTrue(one.isLeader());
    assertEquals(List.of("one gained"), told);
    one.close();
  }

  @Test
  @Tag("C-202")
  void without_rights_it_leads_alone_and_says_so_once() throws Exception {
    api.fault(10_000, call -> true, (call, reply) -> reply.status(403, "Forbidden", "no right"));
    LeaseElection one = candidate("one", api.url());
    one.start(noting("one"));
    until("a leader", one::isLeader);
    Thread.sleep(300);
    assertEquals(List.of("one gained"), told);
    assertEquals(1, lines.containing("no right to use Leases").size());
    assertTrue(api.calls().size() > 3);
    api.clearFaults();
    until("the lease", () -> api.objects().containsKey(PATH));
    assertEquals(List.of("one gained"), told);
    one.close();
  }

  @Test
  void a_conflict_is_no_lead() {
    api.fault(
        3,
        call -> !call.method().equals("GET"),
        (call, reply) -> reply.status(409, "Conflict", "modified"));
    LeaseElection one = candidate("one", api.url());
    one.start(noting("one"));
    until("tries", () -> api.calls(call -> call.method().equals("POST")).size() > 3);
    until("a leader", one::isLeader);
    one.close();
    assertEquals("GET", api.calls().stream().map(Call::method).findFirst().orElseThrow());
  }

  @Test
  void times_that_let_two_lead_are_refused() {
    Duration second = Duration.ofSeconds(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new LeaseTiming(second, second, Duration.ofMillis(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LeaseTiming(second.multipliedBy(2), second, second));
  }

  private LeaseElection candidate(String identity, String url) {
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl(url).build();
    ClientSettings settings = ClientSettings.usual("test").withAnswerWithin(QUICK.answerWithin());
    return new LeaseElection(
        new ApiServer(config, settings),
        new LeaseElection.Candidate(LEASE, identity),
        QUICK,
        InstantSource.system(),
        lines.log());
  }

  private Leadership.Listener noting(String who) {
    return new Leadership.Listener() {
      @Override
      public void gained() {
        told.add(who + " gained");
      }

      @Override
      public void lost() {
        told.add(who + " lost");
      }
    };
  }
}
