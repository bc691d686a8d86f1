package dev.signet.cli.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in the shells that they are for. A shell that is not installed is named. */
final class CompletionTest {
  private static final String BASH =
      """
      source ./script
      exec 2> /dev/null
      ask() {
        COMP_WORDS=(kubeseal "$@"); COMP_CWORD=$#; COMP_LINE="kubeseal $*"; COMP_POINT=${#COMP_LINE}
        COMPREPLY=(); _complete_kubeseal; printf '%s\\n' "${COMPREPLY[*]}"
      }
      ask --re-
      ask --scope c
      ask -o ''
      ask -f se
      ask --cert ce
      """;

  /** Types at a terminal, as zsh completes nowhere else. */
  private static final String ZSH =
      """
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "autoload -U compinit && compinit -u -d ./dump; source ./script"
      zpty -w shell 'kubeseal() { print -r -- "$*" >> got }'
      for words in '--re-' '--scope c' '-o y' '-f se' '--cert ce'; do
        zpty -w shell "kubeseal $words"$'\\t'
      done
      for i in {1..200}; do
        zpty -r -t shell > /dev/null
        [[ -f got && $(wc -l < got) -ge 5 ]] && break
        sleep 0.05
      done
      zpty -d shell
      cat got
      """;

  private static final String FISH =
      """
      source ./script
      for line in "--re-" "--scope c" "-o " "-f se" "--cert ce" "--format=y"
        complete -C "kubeseal $line" | cut -f 1 | string join " "
      end
      """;

  @TempDir Path folder;

  @BeforeEach
  void set_up() throws IOException {
    Files.writeString(folder.resolve("secret.yaml"), "");
    Files.writeString(folder.resolve("certificate.pem"), "");
  }

  private void assertAnswers(List<String> wanted, Mode.Shell shell, List<String> command)
      throws Exception {
    if (!isInstalled(command.getFirst())) {
      System.out.println("completion: not tried in " + command.getFirst() + ": not installed");
      return;
    }
    Files.writeString(folder.resolve("script"), Completion.script(shell));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(wanted, told.lines().map(String::strip).toList());
    System.out.println("completion: tried in " + command.getFirst());
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  @Test
  void bash() throws Exception {
    assertAnswers(
        List.of("--re-encrypt", "cluster-wide", "json yaml", "secret.yaml", "certificate.pem"),
        Mode.Shell.BASH,
        List.of("bash", "--norc", "-c", BASH));
  }

  @Test
  void zsh() throws Exception {
    assertAnswers(
        List.of(
            "--re-encrypt",
            "--scope cluster-wide",
            "-o yaml",
            "-f secret.yaml",
            "--cert certificate.pem"),
        Mode.Shell.ZSH,
        List.of("zsh", "-f", "-c", ZSH));
  }

  @Test
  void fish() throws Exception {
    assertAnswers(
        List.of(
            "--re-encrypt",
            "cluster-wide",
            "json yaml",
            "secret.yaml",
            "certificate.pem",
            "--format=yaml"),
        Mode.Shell.FISH,
        List.of("fish", "--no-config", "-c", FISH));
  }

  @Test
  void a_hidden_flag_is_offered_nowhere() {
    for (Mode.Shell shell : Mode.Shell.values()) {
      assertTrue(!Completion.script(shell).contains("--rotate"), shell.name());
    }
  }
}
