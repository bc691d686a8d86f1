package dev.signet.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What every refusal to unseal has in common, which is everything. */
final class Refusal {
  private Refusal() {}

  static void assertBlind(UnsealException refusal) {
    assertEquals("no key could decrypt secret", refusal.getMessage());
    assertNull(refusal.getCause());
    assertEquals(0, refusal.getStackTrace().length);
    assertEquals(0, refusal.getSuppressed().length);
  }
}
