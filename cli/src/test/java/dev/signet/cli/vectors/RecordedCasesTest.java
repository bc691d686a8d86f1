package dev.signet.cli.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs every recorded case in process, several at a time: some of them wait for a server. With
 * {@code -Dsignet.program=PATH} that program runs them.
 */
@Execution(ExecutionMode.CONCURRENT)
final class RecordedCasesTest {
  private final TestKeys keys = new TestKeys();

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> as_kubeseal() {
    return cases("kubeseal");
  }

  @TestFactory
  Stream<DynamicTest> as_kubeseal_on_the_wire() {
    return cases("kubeseal/wire");
  }

  @TestFactory
  Stream<DynamicTest> better_than_kubeseal() {
    return cases("kubeseal/differs");
  }

  private Stream<DynamicTest> cases(String folder) {
    List<RecordedCase> cases = RecordedCases.in(folder);
    assertFalse(cases.isEmpty(), folder + " is empty");
    String program = PackagedProgram.given().map(it -> " with " + it.path()).orElse("");
    System.out.printf("vectors/%s: %d cases%s%n", folder, cases.size(), program);
    return cases.stream().map(it -> dynamicTest(it.name(), () -> check(it)));
  }

  private void check(RecordedCase recorded) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(recorded.name()));
    // The name again: Surefire prints a dynamic test by number alone.
    assertEquals(
        List.of(),
        new CaseRun(recorded, keys, folder).run(),
        recorded.name() + " " + recorded.arguments());
  }
}
