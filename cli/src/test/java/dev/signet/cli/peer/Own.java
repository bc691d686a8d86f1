package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.Kubeseal;
import dev.signet.cli.terminal.Terminal;
import dev.signet.cli.terminal.Terminal.Place;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.Sealer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Set;

/** Our command, run in process. */
final class Own implements Program {
  private final KeySet keys;

  Own(KeySet keys) {
    this.keys = keys;
  }

  @Override
  public Outcome run(Invocation invocation) {
    try (Scratch scratch = new Scratch(invocation)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Terminal terminal =
          new Terminal(
              new ByteArrayInputStream(invocation.stdin().toArray()),
              out,
              new PrintStream(err, true, UTF_8),
              new Place(scratch.folder(), scratch.env()),
              Set.of());
      Kubeseal command =
          new Kubeseal(
              terminal, Clock.systemUTC(), () -> new Sealer(RandomSource.secure()), "kubeseal");
      int exit = command.run(scratch.args());
      if (!scratch.leftovers().isEmpty()) {
        err.writeBytes(("left behind: " + scratch.leftovers()).getBytes(UTF_8));
      }
      return scratch.outcome(exit, out.toByteArray(), err.toByteArray(), keys);
    }
  }
}
