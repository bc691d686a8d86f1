package dev.signet.controller.app;

import dev.signet.controller.kube.ClusterAccess;
import dev.signet.controller.log.LibraryLines;
import dev.signet.controller.log.Log;
import dev.signet.controller.metrics.Metrics;
import dev.signet.controller.options.Options;
import dev.signet.controller.options.Options.Switch;
import dev.signet.controller.options.OptionsReader;
import dev.signet.controller.options.OptionsReading;
import io.fabric8.kubernetes.client.Config;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The controller's entry point: arguments in, exit code out. */
public final class Main {
  private static final int FAILED = 1;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Main(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    int exitCode = FAILED;
    try {
      exitCode = new Main(System.getenv(), System.out, System.err).run(List.of(arguments));
    } catch (Throwable thrown) {
      // By class name alone: whatever it quotes is nothing for a log.
      System.err.println("error: internal fault: " + thrown.getClass().getName());
    }
    System.exit(exitCode);
  }

  int run(List<String> arguments) {
    return switch (OptionsReader.read(arguments, environment)) {
      case OptionsReading.ShowVersion() -> {
        out.println("controller version: " + Version.text());
        yield 0;
      }
      case OptionsReading.ShowHelp(String text) -> {
        err.print(text);
        yield 0;
      }
      case OptionsReading.Fault(String line, int exitCode) -> {
        err.println(line);
        yield exitCode;
      }
      case OptionsReading.Run(Options options, List<String> warnings) -> {
        warnings.forEach(err::println);
        yield run(options);
      }
    };
  }

  private int run(Options options) {
    Log log = log(options);
    LibraryLines.into(log);
    log.info("Starting sealed-secrets controller", "version", Version.text());
    Metrics metrics =
        new Metrics(
            Version.text(),
            options.is(Switch.OMIT_METRICS_THAT_NAME_OBJECTS)
                ? Metrics.Objects.LEFT_OUT
                : Metrics.Objects.NAMED);
    Signals signals = Signals.listen();
    return switch (FrontDoor.open(options, metrics, log)) {
      case FrontDoor.Opening.Blocked(String why) -> failed(why);
      case FrontDoor.Opening.Open(FrontDoor door) -> {
        try (door) {
          yield run(options, door, new Around(metrics, log, signals));
        } catch (InterruptedException _) {
          yield failed("interrupted");
        }
      }
    };
  }

  private record Around(Metrics metrics, Log log, Signals signals) {}

  private int run(Options options, FrontDoor door, Around around) throws InterruptedException {
    return switch (ClusterAccess.find(environment, ClusterAccess.SERVICE_ACCOUNT)) {
      case ClusterAccess.Missing(String why) -> failed(why);
      case ClusterAccess.Found(Config config, String _) -> {
        String namespace = ClusterAccess.ownNamespace(environment, ClusterAccess.SERVICE_ACCOUNT);
        Controller controller =
            new Controller(options, new Place(config, namespace), around.metrics(), around.log());
        door.lead(controller);
        controller.start();
        around.signals().onNewKey(controller::makeKey);
        around.signals().awaitStop();
        controller.stop();
        yield 0;
      }
    };
  }

  private int failed(String line) {
    err.println("error: " + line);
    return FAILED;
  }

  private Log log(Options options) {
    return new Log(
        options.servers().log().format(),
        options.servers().log().level(),
        options.is(Switch.LOG_INFO_TO_STDOUT) ? out : err,
        err,
        Clock.systemUTC());
  }
}
