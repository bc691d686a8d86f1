package dev.signet.controller.app;

import dev.signet.controller.kube.AccessReview;
import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.ClientSettings;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.lease.Leadership;
import dev.signet.controller.kube.lease.LeaseElection;
import dev.signet.controller.kube.lease.LeaseElection.Candidate;
import dev.signet.controller.kube.lease.LeaseTiming;
import dev.signet.controller.log.Log;
import dev.signet.controller.queue.Handler;
import dev.signet.controller.queue.Next;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether this replica is the one that writes. It is where Leases are not for it to use:
 * installations whose rights are from before have one replica, and two that both write do the same
 * work twice and each other no harm.
 */
final class Leading implements Leadership.Listener, AutoCloseable {
  private static final String LEASE = "sealed-secrets-controller";
  private static final List<String> VERBS = List.of("get", "create", "update");
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 500;

  private final Place place;
  private final ApiServer server;
  private final Clock clock;
  private final Log log;
  private final Thread starter = Thread.ofVirtual().name("leading").unstarted(this::begin);
  private @Nullable Leadership election;
  private Runnable whenLeading = () -> {};
  private boolean alone;
  private boolean stopped;

  /**
   * Not begun.
   *
   * @param settings of the client, which is one of its own: a request that waits behind others
   *     would cost the lease
   */
  Leading(Place place, ClientSettings settings, Clock clock, Log log) {
    this.place = place;
    this.server =
        new ApiServer(
            place.config(), settings.withAnswerWithin(LeaseTiming.usual().answerWithin()));
    this.clock = clock;
    this.log = log;
  }

  /**
   * Begins to ask for the lead.
   *
   * @param whenLeading done each time that this replica becomes the one that writes: what was due
   *     before, and was not its to do, is found by nobody else
   */
  synchronized void start(Runnable whenLeading) {
    this.whenLeading = whenLeading;
    starter.start();
  }

  synchronized boolean isLeader() {
    return alone || (election != null && election.isLeader());
  }

  /** The same, but only while this replica leads; until then it waits. */
  <K> Handler<K> only(Handler<K> handler) {
    return key -> awaitLead() ? handler.handle(key) : Next.retry();
  }

  /** False if nobody is to lead any more. */
  private synchronized boolean awaitLead() throws InterruptedException {
    while (!stopped && !isLeader()) {
      // Whoever slept through its own lease is told by nobody.
      wait(LOOK_MILLIS);
    }
    return isLeader();
  }

  /** Whoever waits to lead waits no longer; a lease that is held is still held. */
  synchronized void stopWaiting() {
    stopped = true;
    notifyAll();
  }

  @Override
  public synchronized void gained() {
    notifyAll();
    whenLeading.run();
  }

  @Override
  public void lost() {
    // Who is about to write asks first.
  }

  @Override
  public void close() {
    starter.interrupt();
    stopWaiting();
    Leadership running = election();
    if (running != null) {
      running.close();
    }
  }

  private synchronized @Nullable Leadership election() {
    return election;
  }

  private void begin() {
    try {
      Outcome<Boolean> allowed = mayUseLeases();
      while (!(allowed instanceof Outcome.Ok<Boolean>)) {
        Thread.sleep(BETWEEN_QUESTIONS);
        allowed = mayUseLeases();
      }
      if (allowed.found().orElse(false)) {
        leadByLease();
      } else {
        leadAlone();
      }
    } catch (InterruptedException _) {
      // The end.
    }
  }

  private synchronized void leadByLease() {
    if (!stopped) {
      Candidate candidate = new Candidate(lease(), UUID.randomUUID().toString());
      election = new LeaseElection(server, candidate, LeaseTiming.usual(), clock, log);
      election.start(this);
    }
  }

  private ObjectKey lease() {
    return new ObjectKey(place.namespace(), LEASE);
  }

  private void leadAlone() {
    log.info("no right to use Leases, so this is taken to be the only replica");
    markAlone();
    gained();
  }

  private synchronized void markAlone() {
    alone = true;
  }

  private Outcome<Boolean> mayUseLeases() {
    for (String verb : VERBS) {
      Outcome<Boolean> allowed =
          new AccessReview(verb, "coordination.k8s.io", "leases", lease()).ask(server);
      if (!(allowed instanceof Outcome.Ok<Boolean>(Boolean yes)) || !yes) {
        return allowed;
      }
    }
    return new Outcome.Ok<>(true);
  }
}
