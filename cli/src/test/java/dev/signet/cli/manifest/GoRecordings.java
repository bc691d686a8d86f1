package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What Go's sigs.k8s.io/yaml v1.6.0, the library of kubeseal, made of random inputs: one object of
 * JSON a line.
 *
 * <p>{@code read.jsonl}: a text, and the map of strings it was read as, or null if it was refused.
 * {@code written.jsonl}: a value, and the YAML it was written as.
 */
final class GoRecordings {
  private GoRecordings() {}

  static List<Node.Mapping> of(String file) {
    try (InputStream in = requireNonNull(GoRecordings.class.getResourceAsStream(file))) {
      List<Node.Mapping> lines =
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .map(line -> Trees.mapping(line.getBytes(UTF_8)))
              .toList();
      assertFalse(lines.isEmpty(), "0 compared");
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
