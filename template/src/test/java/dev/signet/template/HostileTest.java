package dev.signet.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hostile templates end soon, and in little memory. */
@Tag("T-59")
@Tag("T-60")
@Tag("T-61")
final class HostileTest {
  private static final String HEAP = "-Xmx96m";

  /** In a process of its own, as only that has a heap so small that nothing can pile up in it. */
  @Test
  void hostile_templates_look_at_the_clock_often_and_fit_into_a_small_heap()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-Dsignet.vectors=" + TemplateCase.FOLDER.getParent(),
                "-cp",
                System.getProperty("java.class.path"),
                HostileRun.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    System.out.print(printed);
    assertEquals(0, process.waitFor(), printed);
  }
}
