package dev.signet.e2e.scenario;

import dev.signet.e2e.cluster.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the original wrote in one of its recorded runs, without what ours does not write on purpose.
 *
 * @param left how many lines that are
 */
public record RecordedLog(List<String> out, List<String> err, int left) {
  /**
   * Crashes, which ours has none of; lines of libraries in a form of their own; servers that say at
   * each stop that they are closed; and noise that ours keeps for the level DEBUG.
   */
  private static final Pattern NOT_OURS =
      Pattern.compile(
          "panic: .*|goroutine .*|E<date>.*|.*HTTP (metrics )?server exiting.*"
              + "|.*update suppressed, no changes in spec.*|.*Error updating, giving up.*");

  private static final Pattern MADE_KEY =
      Pattern.compile("sealed-secrets-key(?!aaaaa|bbbbb|ececc)[a-z0-9]{5}");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*-----END CERTIFICATE-----");

  public static RecordedLog read(Path file) {
    List<String> out = new ArrayList<>();
    List<String> err = new ArrayList<>();
    List<String> stream = out;
    int left = 0;
    for (String line : Json.text(file).lines().toList()) {
      if (line.equals("# --- stderr")) {
        stream = err;
      } else if (NOT_OURS.matcher(line).matches()) {
        left++;
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        stream.add(normal(line));
      }
    }
    return new RecordedLog(distinct(out.stream()), distinct(err.stream()), left);
  }

  /**
   * Lines of ours as if recorded: what differs from run to run is left out as in the recorded ones.
   * How often a failure is told is left open there, so each line counts once.
   */
  public static List<String> normal(Stream<String> ours) {
    return distinct(ours.map(RecordedLog::normalOfRun));
  }

  private static List<String> distinct(Stream<String> lines) {
    return lines.distinct().toList();
  }

  private static String normalOfRun(String line) {
    return normal(
        line.replaceFirst("^time=\\S+", "time=TIME")
            .replaceFirst("^\\{\"time\":\"[^\"]*\"", "{\"time\":\"TIME\"")
            .replaceFirst(" version=\\S+$", " version=0.36.6")
            .replaceFirst("\"version\":\"[^\"]*\"", "\"version\":\"0.36.6\"")
            .replaceFirst(" UID:\\\\\"[^\"\\\\]+", " UID:\\\\\"UID")
            .replaceFirst(" ResourceVersion:\\\\\"[^\"\\\\]+", " ResourceVersion:\\\\\"RV"));
  }

  private static String normal(String line) {
    return PEM.matcher(MADE_KEY.matcher(line).replaceAll("sealed-secrets-keyMADE"))
        .replaceAll("PEM");
  }

  /** Whether a line of ours is that one, to the byte; only behind an error it may say more. */
  public static boolean isSame(String recorded, String ours) {
    String open = recorded.replaceFirst("\"}?$", "");
    return ours.equals(recorded)
        || (recorded.contains("error=") && ours.startsWith(open + " (") && ours.endsWith("\""));
  }
}
