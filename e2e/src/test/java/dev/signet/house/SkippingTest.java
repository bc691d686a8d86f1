package dev.signet.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test that is skipped is green, and proves nothing. */
final class SkippingTest {
  private static final Pattern SKIPS =
      Pattern.compile(
          "import (static )?org\\.junit\\.jupiter\\.api\\.(Assumptions|Disabled|condition)\\b"
              + "|import (static )?org\\.opentest4j\\.TestAborted");

  @Test
  void no_test_can_be_skipped() throws IOException {
    List<Path> tests;
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      tests =
          files
              .filter(it -> it.toString().matches("\\.\\./[^/]+/src/test/java/.*\\.java"))
              .toList();
    }
    assertTrue(tests.size() > 200, () -> tests.size() + " files of tests");
    List<Path> skipping = new ArrayList<>();
    for (Path test : tests) {
      if (SKIPS.matcher(Files.readString(test)).find()) {
        skipping.add(test);
      }
    }
    assertEquals(List.of(), skipping);
  }
}
