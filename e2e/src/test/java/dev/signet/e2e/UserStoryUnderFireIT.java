package dev.signet.e2e;

import dev.signet.e2e.cluster.KilledAtRandom;

/** What a user does on the first day, all of it again while the controller is killed at random. */
@KilledAtRandom
final class UserStoryUnderFireIT extends UserStoryIT {}
