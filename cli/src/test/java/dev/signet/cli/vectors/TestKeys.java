package dev.signet.cli.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The throw-away keys that the cases were recorded with. */
public final class TestKeys {
  private final JsonNode entries;
  private final List<TestKey> keys = new ArrayList<>();

  public TestKeys() {
    entries = RecordedCases.read(RecordedCases.VECTORS.resolve("crypto/keys.json")).get("keys");
    entries
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().get("type").asString().equals("rsa")) {
                keys.add(TestKey.read(entry.getKey(), entry.getValue().get("pkcs8").asString()));
              }
            });
  }

  /** A PEM text by name and form, such as {@code rsa2048-a.crt}. */
  public String text(String reference) {
    int dot = reference.indexOf('.');
    return entries.get(reference.substring(0, dot)).get(reference.substring(dot + 1)).asString();
  }

  /** A value with the key that opens it. */
  public record Found(String key, TestKey.Opened opened) {}

  public Optional<Found> open(byte[] sealed) {
    for (TestKey key : keys) {
      Optional<TestKey.Opened> opened = key.open(sealed);
      if (opened.isPresent()) {
        return Optional.of(new Found(key.name(), opened.get()));
      }
    }
    return Optional.empty();
  }
}
