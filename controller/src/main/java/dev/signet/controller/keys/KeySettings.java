package dev.signet.controller.keys;

import dev.signet.controller.kube.Outcome;
import dev.signet.crypto.SealingKey;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How keys are kept.
 *
 * @param generator makes a key; takes seconds
 * @param account what only the replicas of this installation have in common; empty if nothing
 * @param betweenLooks how long the keys may differ from the cluster's if nobody says a word
 */
public record KeySettings(
    KeyOrder order,
    RenewalRules renewal,
    Supplier<SealingKey> generator,
    Supplier<Outcome<String>> account,
    Duration betweenLooks) {}
