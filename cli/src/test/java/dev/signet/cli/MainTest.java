package dev.signet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class MainTest {
  private static String told(boolean tellsWhere) {
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            () -> {
              throw new IllegalStateException("hunter2", new NumberFormatException("hunter2"));
            },
            new PrintStream(err, true, UTF_8),
            tellsWhere);
    assertEquals(1, exit);
    return err.toString(UTF_8);
  }

  @Test
  void a_defect_is_one_line_and_no_secret() {
    assertEquals(
        """
        error: internal error: java.lang.IllegalStateException
        hint: run again with SIGNET_DEBUG=1 and report what it prints
        """,
        told(false));
  }

  @Test
  void whoever_wants_to_mend_it_sees_where_it_was() {
    String told = told(true);
    assertTrue(told.contains("    at dev.signet.cli.MainTest."), told);
    assertTrue(told.contains("\njava.lang.NumberFormatException\n"), told);
    assertFalse(told.contains("hunter2"), told);
  }
}
