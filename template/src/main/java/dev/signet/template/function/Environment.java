package dev.signet.template.function;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What functions get from outside.
 *
 * @param random of which keys and passwords are made
 */
public record Environment(InstantSource clock, RandomGenerator random) {
  public static Environment system() {
    return new Environment(InstantSource.system(), new SecureRandom());
  }
}
