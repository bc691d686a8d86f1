package dev.signet.e2e.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Programs that {@code e2e/tools} has built. */
public enum Tool {
  ACTIONLINT,
  HELM,
  PROMTOOL;

  /** To be run in the project's own folder, whatever the folder of the tests is. */
  public Command command(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(folder().resolve(name().toLowerCase(Locale.ROOT)).toString());
    words.addAll(Arrays.asList(arguments));
    return Command.of(words).in(Cluster.ROOT);
  }

  /** Where all of them are. */
  public static Path folder() {
    String tools = Cluster.ROOT.resolve("e2e/tools/tools").toString();
    return Path.of(Command.of(tools, "path").out().strip());
  }
}
