package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Command;
import dev.signet.e2e.cluster.Command.Ran;
import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Kubeseal;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.cluster.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Everything that docs/use.md shows is typed, from the first line to the last. */
final class UsePageIT {
  @RegisterExtension static final Signet signet = Signet.asInstalled();

  private final Namespace namespace = signet.namespace();

  /** What is typed, and what the page says comes back. */
  private record Step(String command, String answer) {}

  @Test
  void what_the_page_shows_is_what_comes_back(@TempDir Path folder) throws IOException {
    if (Testbed.current().isEmpty()) {
      System.out.println("no testbed leads a Service to this machine: 0 lines of use.md were run");
      return;
    }
    Testbed.expose(signet.installation().own(), signet.controller().port());
    Path kubeconfig = folder.resolve("kubeconfig");
    Files.writeString(
        kubeconfig, signet.cluster().kubectl("config", "view", "--raw", "--minify", "--flatten"));
    String own = signet.installation().own().name();
    List<Step> steps = steps(Json.text(Cluster.ROOT.resolve("docs/use.md")));
    assertTrue(steps.size() > 20, steps::toString);
    run(
        folder,
        new Step("kubectl config set-context --current --namespace " + namespace.name(), "..."));
    for (Step step : steps) {
      run(folder, new Step(step.command.replace("kube-system", own), step.answer));
    }
  }

  private static void run(Path folder, Step step) {
    String path = Path.of(Kubeseal.program()).getParent() + ":" + System.getenv("PATH");
    Ran ran =
        Command.of("bash", "-euo", "pipefail", "-c", step.command)
            .in(folder)
            .with("PATH", path)
            .with("KUBECONFIG", folder.resolve("kubeconfig").toString())
            .with("SEALED_SECRETS_CONTROLLER_NAMESPACE", signet.installation().own().name())
            .with("JAVA_HOME", System.getProperty("java.home"))
            .run();
    assertEquals(0, ran.exit(), () -> step.command + ": " + ran.out() + ran.err());
    String all = (ran.out() + ran.err()).stripTrailing();
    assertTrue(
        pattern(step.answer).matcher(all).matches(),
        () -> "%s: not%n%s%nbut%n%s".formatted(step.command, step.answer, all));
  }

  /** Three dots stand for anything. */
  private static Pattern pattern(String answer) {
    String literal =
        answer.stripTrailing().lines().map(UsePageIT::quoted).collect(Collectors.joining("\n"));
    return Pattern.compile(literal, Pattern.DOTALL);
  }

  private static String quoted(String line) {
    return Pattern.quote(line).replace("...", "\\E.*\\Q");
  }

  private static List<Step> steps(String page) {
    List<Step> steps = new ArrayList<>();
    StringBuilder command = new StringBuilder();
    StringBuilder answer = new StringBuilder();
    for (String line : page.lines().toList()) {
      String code = line.startsWith("    ") ? line.substring(4) : "";
      if (code.startsWith("$ ") || !line.startsWith("    ")) {
        if (!command.isEmpty()) {
          steps.add(new Step(command.toString(), answer.toString()));
        }
        command.setLength(0);
        answer.setLength(0);
      }
      if (code.startsWith("$ ")) {
        command.append(code.substring(2));
      } else if (code.startsWith("> ")) {
        command.append('\n').append(code.substring(2));
      } else if (!code.isEmpty()) {
        answer.append(code).append('\n');
      }
    }
    return steps;
  }
}
