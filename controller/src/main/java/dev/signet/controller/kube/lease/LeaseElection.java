package dev.signet.controller.kube.lease;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.Request;
import dev.signet.controller.kube.Resource;
import dev.signet.controller.log.Log;
import dev.signet.crds.Json;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leads while it holds a Lease, by the protocol of client-go's leader election.
 *
 * <p>Where Leases may not be used at all it leads alone and says so once: installations whose
 * rights are older have one replica. Two that both lead do the same work twice, and neither harms
 * the other: each write names the version that it was made from.
 */
public final class LeaseElection implements Leadership {
  /** Who wants what. */
  public record Candidate(ObjectKey lease, String identity) {}

  private final ApiServer server;
  private final Candidate candidate;
  private final LeaseTiming timing;
  private final InstantSource clock;
  private final Log log;
  private volatile Role role = Role.FOLLOWER;
  private volatile long renewedAt;
  private volatile @Nullable Thread thread;

  /** As last seen to change, and when by our own clock. */
  private @Nullable LeaseState seen;

  private long seenAt;

  private enum Role {
    FOLLOWER,
    LEADER,
    /** Leads for want of rights to find out about others. */
    ALONE
  }

  /**
   * An election not yet begun.
   *
   * @param server a client of its own, of which each answer comes within {@link
   *     LeaseTiming#answerWithin}
   */
  public LeaseElection(
      ApiServer server, Candidate candidate, LeaseTiming timing, InstantSource clock, Log log) {
    this.server = server;
    this.candidate = candidate;
    this.timing = timing;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public void start(Listener listener) {
    thread = Thread.ofVirtual().name("lease").start(() -> run(listener));
  }

  /** False also where this process slept through its own lease. */
  @Override
  public boolean isLeader() {
    return switch (role) {
      case FOLLOWER -> false;
      case LEADER -> System.nanoTime() - renewedAt < timing.lease().toNanos();
      case ALONE -> true;
    };
  }

  @Override
  public void close() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(server.answerWithin().multipliedBy(2));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (role == Role.LEADER) {
      release();
    }
    role = Role.FOLLOWER;
  }

  private void run(Listener listener) {
    try {
      while (true) {
        Role next = next(attempt());
        change(next, listener);
        Thread.sleep(timing.between());
      }
    } catch (InterruptedException closed) {
      // The end; close() gives the lease back.
    }
  }

  private void change(Role next, Listener listener) {
    Role before = role;
    role = next;
    if (before == next) {
      return;
    }
    if (next == Role.FOLLOWER) {
      log.warn("lost the lease, another replica may reconcile", "lease", candidate.lease());
      listener.lost();
    } else if (before == Role.FOLLOWER) {
      log.info("reconciling", "lease", candidate.lease(), "identity", candidate.identity());
      listener.gained();
    }
  }

  private sealed interface Attempt {
    record Held() implements Attempt {}

    /** Another has it. */
    record Taken() implements Attempt {}

    /** No answer, or none that says who has it. */
    record Unknown() implements Attempt {}

    record NoRights(String why) implements Attempt {}
  }

  private Role next(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Held() -> Role.LEADER;
      case Attempt.Taken() -> Role.FOLLOWER;
      case Attempt.Unknown() -> {
        boolean late = System.nanoTime() - renewedAt >= timing.deadline().toNanos();
        yield role == Role.LEADER && late ? Role.FOLLOWER : role;
      }
      case Attempt.NoRights(var why) -> {
        if (role != Role.ALONE) {
          log.warn(
              "no right to use Leases: run one replica only, or grant get, create and update on"
                  + " leases.coordination.k8s.io",
              "error",
              why);
        }
        yield Role.ALONE;
      }
    };
  }

  private Attempt attempt() {
    long began = System.nanoTime();
    return switch (server.call(Request.get(path()))) {
      case Outcome.Ok<ObjectNode>(var lease) -> take(lease, began);
      case Outcome.Failed<ObjectNode>(ApiError.NotFound _) -> written(create(), began);
      case Outcome.Failed<ObjectNode>(ApiError.Forbidden(var why)) -> new Attempt.NoRights(why);
      case Outcome.Failed<ObjectNode> _ -> new Attempt.Unknown();
    };
  }

  private Attempt take(ObjectNode lease, long now) {
    LeaseState state = LeaseState.read(lease);
    if (!state.equals(seen)) {
      seen = state;
      seenAt = now;
    }
    boolean free = state.holder().isEmpty() || now - seenAt >= state.duration().toNanos();
    if (!state.holder().equals(candidate.identity()) && !free) {
      return new Attempt.Taken();
    }
    ObjectNode mine = lease.deepCopy();
    mine.set(
        "spec", state.renewedBy(candidate.identity(), timing.lease(), clock.instant()).toSpec());
    return written(server.call(Request.put(path(), mine)), now);
  }

  private Outcome<ObjectNode> create() {
    ObjectKey key = candidate.lease();
    ObjectNode lease =
        Json.object().put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
    lease.set("metadata", Json.object().put("name", key.name()).put("namespace", key.namespace()));
    lease.set(
        "spec", LeaseState.taken(candidate.identity(), timing.lease(), clock.instant()).toSpec());
    return server.call(Request.post(Resource.LEASES.path(key.namespace()), lease));
  }

  private Attempt written(Outcome<ObjectNode> outcome, long began) {
    return switch (outcome) {
      case Outcome.Ok<ObjectNode> _ -> {
        // From before the request: others count from when the server had it.
        renewedAt = began;
        yield new Attempt.Held();
      }
      case Outcome.Failed<ObjectNode>(ApiError.Forbidden(var why)) -> new Attempt.NoRights(why);
      case Outcome.Failed<ObjectNode> _ -> new Attempt.Unknown();
    };
  }

  private void release() {
    if (server.call(Request.get(path())) instanceof Outcome.Ok<ObjectNode>(var lease)) {
      LeaseState state = LeaseState.read(lease);
      if (state.holder().equals(candidate.identity())) {
        lease.set("spec", state.released(clock.instant()).toSpec());
        if (server.call(Request.put(path(), lease)) instanceof Outcome.Failed<ObjectNode> failed) {
          log.debug("lease not given back", "error", failed.error().message());
        }
      }
    }
  }

  private String path() {
    return Resource.LEASES.path(candidate.lease());
  }
}
