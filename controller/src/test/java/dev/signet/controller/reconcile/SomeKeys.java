package dev.signet.controller.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.crypto.KeyReading;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.Scope;
import dev.signet.crypto.SealedText;
import dev.signet.crypto.Sealer;
import dev.signet.crypto.SealingKey;
import dev.signet.template.limit.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The recorded keys, and values sealed with them. */
final class SomeKeys {
  private static final Path KEYS =
      Path.of(System.getProperty("signet.vectors"), "controller", "keys");

  static final SealingKey A = read("key-a");
  static final SealingKey B = read("key-b");

  private SomeKeys() {}

  static KeyRing ring(SealingKey... keys) {
    return KeyRing.of(List.of(keys));
  }

  static String seal(SealingKey key, Scope scope, String value) {
    return SealedText.encode(
        new Sealer(random()).seal(key.publicKey(), scope, Plaintext.of(value.getBytes(UTF_8))));
  }

  /** The same in every run. */
  static RandomSource random() {
    Random random = new Random(1);
    return random::nextBytes;
  }

  /** With a turn to be had at once. */
  static Templates templates() {
    return new Templates(1, Duration.ofSeconds(1), Limits.standard());
  }

  private static SealingKey read(String name) {
    try {
      byte[] key = Files.readAllBytes(KEYS.resolve(name + ".key"));
      byte[] certificate = Files.readAllBytes(KEYS.resolve(name + ".crt"));
      return switch (SealingKey.readPair(key, certificate)) {
        case KeyReading.Read read -> read.first();
        case KeyReading.Fault fault -> throw new AssertionError(fault.message());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
