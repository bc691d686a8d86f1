package dev.signet.controller.app;

import dev.signet.controller.kube.ClusterAccess;
import dev.signet.controller.log.Log;
import dev.signet.controller.options.Options;
import dev.signet.controller.options.Options.Switch;
import dev.signet.controller.options.OptionsReader;
import dev.signet.controller.options.OptionsReading;
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
    System.exit(new Main(System.getenv(), System.out, System.err).run(List.of(arguments)));
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
    log.info("Starting sealed-secrets controller", "version", Version.text());
    try (StopSignals stop = StopSignals.listen()) {
      return switch (ClusterAccess.find(environment, ClusterAccess.SERVICE_ACCOUNT)) {
        case ClusterAccess.Missing(String why) -> failed(why);
        case ClusterAccess.Found found -> run(options, found, log, stop);
      };
    } catch (InterruptedException _) {
      return failed("interrupted");
    }
  }

  private int run(Options options, ClusterAccess.Found access, Log log, StopSignals stop)
      throws InterruptedException {
    String namespace = ClusterAccess.ownNamespace(environment, ClusterAccess.SERVICE_ACCOUNT);
    Controller controller = new Controller(options, new Place(access.config(), namespace), log);
    controller.start();
    stop.onNewKey(controller::makeKey);
    stop.await();
    controller.stop();
    return 0;
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
