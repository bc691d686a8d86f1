package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Json;
import java.util.ArrayList;
import java.util.List;

/** A page of the documentation. */
record Page(String text) {
  static Page of(String name) {
    return new Page(Json.text(Cluster.ROOT.resolve("docs").resolve(name)));
  }

  /** What is to be typed below a heading, or, for the empty heading, above the first of them. */
  List<String> commands(String heading) {
    List<String> commands = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    String here = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("#")) {
        here = line.startsWith("## ") ? line.substring("## ".length()) : "";
      } else if (here.equals(heading) && line.startsWith("    ")) {
        open.append(line.strip()).append('\n');
        if (isWhole(open)) {
          commands.add(open.toString());
          open.setLength(0);
        }
      }
    }
    assertFalse(commands.isEmpty(), heading);
    return commands;
  }

  private static boolean isWhole(CharSequence command) {
    boolean quoted = command.chars().filter(it -> it == '\'').count() % 2 == 1;
    return !quoted && !command.toString().endsWith("\\\n");
  }
}
