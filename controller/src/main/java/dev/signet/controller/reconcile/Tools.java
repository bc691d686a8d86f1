package dev.signet.controller.reconcile;

import dev.signet.controller.kube.event.Events;
import dev.signet.controller.log.Log;
import dev.signet.crypto.RandomSource;
import java.time.InstantSource;

/** What handling tells its outcome through, and the world it takes time and chance from. */
public record Tools(
    Events events, Counts counts, Log log, InstantSource clock, RandomSource random) {}
