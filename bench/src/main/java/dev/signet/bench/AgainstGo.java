package dev.signet.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmark of templates, and Go on the same template before and after it. */
public final class AgainstGo {
  private static final String TIMES = "200000";

  private AgainstGo() {}

  /**
   * Begins here.
   *
   * @param arguments the program of {@code template/src/test/go}, built; none where there is no Go
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    double before = go(arguments);
    var options = new OptionsBuilder().include(TemplateBenchmark.class.getSimpleName()).build();
    for (RunResult result : new Runner(options).run()) {
      System.out.printf(
          "%s: %.2f us%n",
          result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
    }
    System.out.printf("Go, rendering: %.2f us before, %.2f us after%n", before, go(arguments));
  }

  private static double go(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 0) {
      return Double.NaN;
    }
    Process peer = new ProcessBuilder(arguments[0], "-time", TIMES).start();
    try (var out = peer.outputWriter(UTF_8)) {
      out.write(
          "{\"name\":\"docker\",\"template\":\"%s\",\"data\":{%s}}%n"
              .formatted(
                  base64(TemplateBenchmark.TEXT),
                  TemplateBenchmark.ITEMS.entrySet().stream()
                      .map(AgainstGo::item)
                      .collect(Collectors.joining(","))));
    }
    String nanos = new String(peer.getInputStream().readAllBytes(), UTF_8).strip();
    if (peer.waitFor() != 0) {
      throw new IOException("the peer failed");
    }
    return Long.parseLong(nanos) / 1000.0;
  }

  private static String item(Map.Entry<String, String> item) {
    return "\"%s\":\"%s\"".formatted(item.getKey(), base64(item.getValue()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
