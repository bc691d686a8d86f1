package dev.signet.controller.keys;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;

/**
 * By what time the latest key is found. Where two times are equal the Secret decides, by its own
 * age and then its name: every replica, after every restart, must serve the same certificate
 * (https://github.com/bitnami/sealed-secrets/issues/1639).
 */
public enum KeyOrder {
  CERTIFICATE_NOT_BEFORE,
  SECRET_CREATION;

  Instant time(ActiveKey key) {
    return switch (this) {
      case CERTIFICATE_NOT_BEFORE ->
          requireNonNull(key.key().certificate(), "a key Secret has a certificate").notBefore();
      case SECRET_CREATION -> key.created();
    };
  }

  Comparator<ActiveKey> latestFirst() {
    return Comparator.comparing(this::time)
        .thenComparing(ActiveKey::created)
        .thenComparing(ActiveKey::secretName)
        .reversed();
  }
}
