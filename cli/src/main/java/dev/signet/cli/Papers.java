package dev.signet.cli;

import dev.signet.cli.options.Completion;
import dev.signet.cli.options.ManPage;
import dev.signet.cli.options.Mode.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what lies beside the packaged command, where each program looks for it: the manual page
 * and the files with which shells complete. Only the build calls this.
 */
final class Papers {
  private final Path share;

  private Papers(Path share) {
    this.share = share;
  }

  /** One argument: the folder {@code share}. */
  public static void main(String[] arguments) throws IOException {
    Papers papers = new Papers(Path.of(arguments[0]));
    papers.write("man/man1", "kubeseal.1", new ManPage(Kubeseal.version()).text());
    papers.write("bash-completion/completions", "kubeseal", Completion.script(Shell.BASH));
    papers.write("zsh/site-functions", "_kubeseal", zsh());
    papers.write("fish/vendor_completions.d", "kubeseal.fish", Completion.script(Shell.FISH));
  }

  /** Zsh runs the file for the first word that it completes, which is to be completed as well. */
  private static String zsh() {
    return "#compdef kubeseal\n(( $+functions[compopt] )) || compopt() { : }\n"
        + Completion.script(Shell.ZSH)
        + "\n_bash_complete -o default -F _complete_kubeseal\n";
  }

  private void write(String place, String name, String text) throws IOException {
    Path folder = Files.createDirectories(share.resolve(place));
    Files.writeString(folder.resolve(name), text);
  }
}
