package dev.signet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.terminal.Terminal;
import dev.signet.cli.terminal.Terminal.Place;
import dev.signet.cli.terminal.Terminal.Stream;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.Sealer;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

/** The process. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int exit =
        run(
            List.of(arguments),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
    // All is written and closed. An orderly exit would first look for a logger to tell.
    Runtime.getRuntime().halt(exit);
  }

  /** All of a run but its end, so that the start-up cache knows it. */
  static int run(List<String> arguments, PrintStream err) {
    return run(
        () -> kubeseal(terminal(err)).run(arguments), err, System.getenv("SIGNET_DEBUG") != null);
  }

  /** Class names and lines only: a message may hold a piece of a secret. */
  static int run(IntSupplier command, PrintStream err, boolean tellsWhere) {
    try {
      return command.getAsInt();
    } catch (Throwable e) {
      err.print("error: internal error: " + e.getClass().getName() + "\n");
      if (tellsWhere) {
        tellWhere(e, err);
      } else {
        err.print("hint: run again with SIGNET_DEBUG=1 and report what it prints\n");
      }
      return 1;
    }
  }

  static Kubeseal kubeseal(Terminal terminal) {
    return new Kubeseal(
        terminal, Clock.systemUTC(), () -> new Sealer(RandomSource.secure()), program());
  }

  /** The process, as the rest of the command gets to see it. */
  static Terminal terminal(PrintStream err) {
    Place place = new Place(Path.of("").toAbsolutePath(), System.getenv());
    return new Terminal(new FileInputStream(FileDescriptor.in), new Out(), err, place, tty());
  }

  private static void tellWhere(Throwable e, PrintStream err) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      err.print(cause.getClass().getName() + "\n");
      for (StackTraceElement frame : cause.getStackTrace()) {
        err.print("    at " + frame + "\n");
      }
    }
  }

  /** The launcher knows under which name it was called; a bare {@code java -jar} does not. */
  private static String program() {
    return System.getProperty("signet.program", "kubeseal");
  }

  /** The launcher asks for each stream, which Java cannot. */
  private static Set<Stream> tty() {
    Set<Stream> tty = EnumSet.noneOf(Stream.class);
    for (String name : System.getProperty("signet.tty", "").split(",", -1)) {
      switch (name) {
        case "in" -> tty.add(Stream.IN);
        case "out" -> tty.add(Stream.OUT);
        case "err" -> tty.add(Stream.ERR);
        default -> {}
      }
    }
    return tty;
  }

  /** The standard output. When nobody reads it any more, a Unix program ends without a word. */
  private static final class Out extends FileOutputStream {
    /** What a shell says of a program that ended by SIGPIPE, which Java switches off. */
    private static final int ENDED_BY_SIGPIPE = 128 + 13;

    Out() {
      super(FileDescriptor.out);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      try {
        super.write(bytes, start, length);
      } catch (IOException e) {
        if ("Broken pipe".equals(e.getMessage())) {
          Runtime.getRuntime().halt(ENDED_BY_SIGPIPE);
        }
        throw e;
      }
    }
  }
}
