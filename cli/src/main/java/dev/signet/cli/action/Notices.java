package dev.signet.cli.action;

import dev.signet.cli.terminal.Progress;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person should know about a run that is no failure: while it lasts, how far it has come,
 * and at the end what was odd. A stream without end may give cause without end, so only the first
 * hints are kept and the rest are counted.
 */
public final class Notices {
  private static final int MOST = 20;

  private final Progress progress;
  private final List<String> hints = new ArrayList<>();
  private int more;

  public Notices(Progress progress) {
    this.progress = progress;
  }

  /** One more object is done. */
  public void step() {
    progress.step();
  }

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
