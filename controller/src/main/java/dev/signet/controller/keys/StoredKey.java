package dev.signet.controller.keys;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.event.Subject;
import dev.signet.crypto.KeyReading;
import dev.signet.crypto.SealingKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of reading a Secret as a key. */
sealed interface StoredKey {
  record Usable(ActiveKey key, Subject secret) implements StoredKey {}

  /** Not to be used. One such Secret must not keep the others from serving. */
  record Unusable(Subject secret, String why) implements StoredKey {}

  Subject secret();

  static StoredKey read(ObjectNode tree) {
    JsonNode metadata = tree.path("metadata");
    Subject secret =
        new Subject(
            "v1",
            "Secret",
            new ObjectKey(
                metadata.path("namespace").stringValue(""), metadata.path("name").stringValue("")),
            metadata.path("uid").stringValue(""),
            metadata.path("resourceVersion").stringValue(""));
    return switch (SealingKey.readPair(data(tree, "tls.key"), data(tree, "tls.crt"))) {
      case KeyReading.Read read ->
          new Usable(new ActiveKey(secret.key().name(), created(metadata), read.first()), secret);
      case KeyReading.Fault fault ->
          new Unusable(
              secret, fault.message() + fault.hint().map(hint -> " (" + hint + ")").orElse(""));
    };
  }

  private static byte[] data(ObjectNode tree, String item) {
    try {
      return Base64.getDecoder().decode(tree.path("data").path(item).stringValue(""));
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static Instant created(JsonNode metadata) {
    try {
      return Instant.parse(metadata.path("creationTimestamp").stringValue(""));
    } catch (DateTimeException _) {
      return Instant.EPOCH;
    }
  }
}
