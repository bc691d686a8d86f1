package dev.signet.cli.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Runs every recorded case in process, several at a time: some of them wait for a server. */
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
    System.out.printf("vectors/%s: %d cases%n", folder, cases.size());
    Set<String> notYet = new TreeSet<>(RecordedCases.notYet());
    return cases.stream()
        .map(it -> dynamicTest(it.name(), () -> check(it, notYet.contains(it.name()))));
  }

  private void check(RecordedCase recorded, boolean isNotYet) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(recorded.name()));
    List<String> problems = new CaseRun(recorded, keys, folder).run();
    if (isNotYet) {
      assertFalse(problems.isEmpty(), recorded.name() + " works: take it off not-yet.txt");
    } else {
      // The name again: Surefire prints a dynamic test by number alone.
      assertEquals(List.of(), problems, recorded.name() + " " + recorded.arguments());
    }
  }
}
