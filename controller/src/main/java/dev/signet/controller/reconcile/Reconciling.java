package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.queue.Handler;
import dev.signet.controller.queue.WorkQueue;
import dev.signet.controller.reconcile.Rules.Rule;
import dev.signet.crypto.KeyRing;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the parts of this package together. */
public final class Reconciling {
  private static final int MEMORY_KEY_BYTES = 32;

  /** A usual one takes a turn of milliseconds. */
  private static final Duration PATIENCE_FOR_TEMPLATES = Duration.ofMillis(500);

  private final WorkQueue<ObjectKey> queue;
  private final Rules rules;
  private final Tools tools;
  private final Memory memory;

  public Reconciling(WorkQueue<ObjectKey> queue, Rules rules, Tools tools) {
    byte[] key = new byte[MEMORY_KEY_BYTES];
    tools.random().fill(key);
    this.queue = queue;
    this.rules = rules;
    this.tools = tools;
    this.memory = new Memory(key);
  }

  /** To be told of all changes before anything is handled. */
  public Wakes wakes() {
    return new Wakes(queue, memory, tools.counts());
  }

  /**
   * The handler for the queue's workers.
   *
   * @param processors how many items may be opened at a time
   */
  public Handler<ObjectKey> handler(Cluster cluster, Supplier<KeyRing> keys, int processors) {
    DeprecatedData deprecatedData =
        rules.has(Rule.ACCEPT_DEPRECATED_DATA)
            ? DeprecatedData.accepted()
            : DeprecatedData.refused();
    return new Reconciler(
        cluster,
        new Opening(
            keys,
            new Unsealer(
                deprecatedData,
                new Turns(processors),
                new Templates(processors, PATIENCE_FOR_TEMPLATES)),
            tools.clock()),
        new SecretWriter(cluster.secrets(), cluster::hasNoSecret),
        new Books(cluster, memory, tools.clock()),
        report(cluster));
  }

  private Report report(Cluster cluster) {
    return new Report(
        rules.has(Rule.UPDATE_STATUS)
            ? Optional.of(new StatusKeeper(cluster.sealedSecrets(), tools.clock()))
            : Optional.empty(),
        rules.has(Rule.DELETE_SECRETS_OF_DELETED)
            ? Optional.of(new Departed(cluster.sealedSecrets(), cluster.secrets(), tools.log()))
            : Optional.empty(),
        new Patience(queue::failures, rules.passingFailures()),
        tools);
  }
}
