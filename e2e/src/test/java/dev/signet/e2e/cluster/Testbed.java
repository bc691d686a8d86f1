package dev.signet.e2e.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The servers of the testbed, which a test may stop. Another cluster has none. */
public record Testbed(Path folder) {
  public static Optional<Testbed> current() {
    return Optional.ofNullable(System.getenv("KUBE_TESTBED_DIR"))
        .map(it -> new Testbed(Path.of(it)));
  }

  /** Leads the controller's Service to a port of this machine. */
  public static void expose(Namespace own, int port) {
    String testbed = Cluster.ROOT.resolve("e2e/testbed/testbed").toString();
    Command.of(testbed, "expose", own.name(), Installation.ACCOUNT, Integer.toString(port)).out();
  }

  /** Holds the garbage collector back. */
  public void stopCollecting() {
    signal("STOP", "kube-controller-manager");
  }

  public void goOnCollecting() {
    signal("CONT", "kube-controller-manager");
  }

  private void signal(String signal, String server) {
    Command.of("kill", "-" + signal, Long.toString(pid(server))).out();
  }

  /** When the API server was away, or had only just come back. */
  public record Restart(Instant killed, Instant ready) {
    /** Ready is said a moment before all rights are known. */
    private static final Duration RIGHTS = Duration.ofSeconds(3);

    boolean at(Instant time) {
      return !time.isBefore(killed) && time.isBefore(ready.plus(RIGHTS));
    }
  }

  /** Kills the API server and starts it again as it was; returns when it is ready. */
  public Restart restartApiServer() {
    Instant killed = Instant.now();
    List<String> words = commandLine(pid("kube-apiserver"));
    signal("KILL", "kube-apiserver");
    AtomicReference<Process> server = new AtomicReference<>(start(words));
    Await.until(
        "the API server answers again",
        Duration.ofMinutes(1),
        () -> {
          // Its predecessor may still have held the port.
          if (!server.get().isAlive()) {
            server.set(start(words));
          }
          return Command.of("kubectl", "get", "--raw", "/readyz").run().exit() == 0;
        });
    try {
      // So that whoever ends the testbed ends this server too.
      long pid = server.get().pid();
      String line = "%d %s kube-apiserver%n".formatted(pid, startTime(pid));
      Files.writeString(folder.resolve("pids"), line, StandardOpenOption.APPEND);
      return new Restart(killed, Instant.now());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(List<String> words) {
    Path log = folder.resolve("log/kube-apiserver.log");
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("the API server does not start again", e);
    }
  }

  private long pid(String server) {
    try (Stream<String> lines = Files.lines(folder.resolve("pids"))) {
      String last =
          lines.filter(line -> line.endsWith(" " + server)).reduce((a, b) -> b).orElseThrow();
      return Long.parseLong(last.substring(0, last.indexOf(' ')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> commandLine(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), UTF_8);
      return List.of(line.split("\0", 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The kernel's, in the unit of the testbed's own list. */
  private static String startTime(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
  }
}
