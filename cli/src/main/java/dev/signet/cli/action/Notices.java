package dev.signet.cli.action;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person should know about a run that is no failure; told at the end. A stream without end
 * may give cause without end, so only the first are kept and the rest are counted.
 */
public final class Notices {
  private static final int MOST = 20;

  private final List<String> hints = new ArrayList<>();
  private int more;

  public void hint(String text) {
    if (hints.size() < MOST) {
      hints.add(text);
    } else {
      more++;
    }
  }

  public void print(PrintStream err) {
    hints.forEach(text -> err.print("hint: " + text + "\n"));
    if (more > 0) {
      err.print("hint: and %d more of the kind\n".formatted(more));
    }
  }
}
