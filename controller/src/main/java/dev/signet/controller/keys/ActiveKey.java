package dev.signet.controller.keys;

import dev.signet.crypto.SealingKey;
import java.time.Instant;

/**
 * A sealing key and the Secret it stands in.
 *
 * @param created when the API server stored the Secret
 */
public record ActiveKey(String secretName, Instant created, SealingKey key) {}
