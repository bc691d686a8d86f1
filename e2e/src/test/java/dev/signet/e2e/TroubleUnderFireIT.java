package dev.signet.e2e;

import dev.signet.e2e.cluster.KilledAtRandom;

/**
 * Broken objects, foreign hands and missing keys, all of it again while the controller is killed at
 * random.
 */
@KilledAtRandom
final class TroubleUnderFireIT extends TroubleIT {}
