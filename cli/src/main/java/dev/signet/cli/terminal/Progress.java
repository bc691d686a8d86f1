package dev.signet.cli.terminal;

import dev.signet.cli.terminal.Terminal.Stream;
import java.io.PrintStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How far work has come, for a person who waits longer than a second. One line that is written over
 * and is gone at the end. Nothing is told where nobody looks, or where the data itself goes by.
 */
public final class Progress implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 1000;
  private static final long PACE_MILLIS = 200;

  private final @Nullable PrintStream screen;
  private final InstantSource clock;
  private long next;
  private int objects;
  private boolean isShown;

  private Progress(@Nullable PrintStream screen, InstantSource clock) {
    this.screen = screen;
    this.clock = clock;
    this.next = clock.millis() + PATIENCE_MILLIS;
  }

  /**
   * Begins to wait.
   *
   * @param isOutputSeen whether the data goes to the standard output
   */
  public static Progress begin(Terminal terminal, boolean isOutputSeen, InstantSource clock) {
    boolean isInTheWay = isOutputSeen && terminal.tty().contains(Stream.OUT);
    return new Progress(terminal.isWatched() && !isInTheWay ? terminal.err() : null, clock);
  }

  /** One more object is done. */
  public void step() {
    objects++;
    if (screen == null) {
      return;
    }
    long now = clock.millis();
    if (now >= next) {
      screen.print("\r%d objects done".formatted(objects));
      next = now + PACE_MILLIS;
      isShown = true;
    }
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (screen != null && isShown) {
      screen.print("\r\033[K");
      isShown = false;
    }
  }
}
