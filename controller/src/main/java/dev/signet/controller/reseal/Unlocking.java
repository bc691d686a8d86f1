package dev.signet.controller.reseal;

import dev.signet.crypto.KeyRing;
import dev.signet.crypto.PublicKey;
import java.util.Optional;

/**
 * The keys of one moment.
 *
 * @param ring to open with
 * @param latest to seal with
 */
public record Unlocking(KeyRing ring, PublicKey latest) {
  /** Looked up for each request. */
  @FunctionalInterface
  public interface Source {
    /** Empty while there is no key. */
    Optional<Unlocking> now();
  }
}
