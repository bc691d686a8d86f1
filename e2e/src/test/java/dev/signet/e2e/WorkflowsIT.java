package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The workflows that other machines run: well-formed, with few rights, and of actions that cannot
 * change.
 */
final class WorkflowsIT {
  private static final Path FOLDER = Cluster.ROOT.resolve(".github/workflows");
  private static final Pattern PINNED =
      Pattern.compile("[\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");

  @Test
  void actionlint_finds_no_fault_in_them() throws IOException {
    List<String> words = new ArrayList<>(List.of("-shellcheck=", "-pyflakes="));
    workflows().forEach(it -> words.add(it.toString()));
    assertEquals("", Tool.ACTIONLINT.command(words.toArray(String[]::new)).out());
  }

  @Test
  void every_action_of_others_is_pinned_by_its_commit_and_tells_its_version() throws IOException {
    List<String> used = new ArrayList<>();
    for (Path workflow : workflows()) {
      for (String line : Files.readAllLines(workflow)) {
        int at = line.indexOf("uses: ");
        if (at >= 0 && !line.contains("uses: ./.github/")) {
          used.add(line.substring(at + "uses: ".length()));
        }
      }
    }
    assertTrue(used.size() > 20, used::toString);
    assertEquals(List.of(), used.stream().filter(it -> !PINNED.matcher(it).matches()).toList());
  }

  @Test
  void each_says_that_it_has_not_run_and_gives_rights_to_single_jobs_alone() throws IOException {
    for (Path workflow : workflows()) {
      assertTrue(Files.readString(workflow).contains("# NOT RUN HERE: "), workflow::toString);
      JsonNode tree = Json.documents(workflow).getFirst();
      assertEquals("{}", tree.path("permissions").toString(), workflow::toString);
      tree.path("jobs").forEach(it -> assertTrue(it.has("permissions"), workflow::toString));
    }
  }

  private static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> workflows = files.sorted().toList();
      assertTrue(workflows.size() >= 6, workflows::toString);
      return workflows;
    }
  }
}
