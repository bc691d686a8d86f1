package dev.signet.cli.kubeconfig;

import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.kubeconfig.KubeconfigReading.Read;
import dev.signet.cli.kubeconfig.KubeconfigReading.Unreadable;
import dev.signet.cli.terminal.Terminal;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the kubeconfig files and merges them: the one of the flag alone, else those of KUBECONFIG,
 * else the one at home. Only the one of the flag must exist.
 */
record KubeconfigFiles(Terminal terminal) {

  KubeconfigReading read(String flag) {
    Kubeconfig merged = Kubeconfig.EMPTY;
    List<String> names = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (String name : flag.isEmpty() ? usual() : List.of(flag)) {
      try {
        byte[] text = new Inputs(terminal).read(name);
        merged = merged.before(new KubeconfigFile(folderOf(name)).read(text));
        names.add(name);
      } catch (FileFault e) {
        if (e.reason() != FileFault.Reason.MISSING) {
          errors.add(error(name, e.getMessage()));
        } else if (!flag.isEmpty()) {
          return new Unreadable("stat " + flag + ": no such file or directory");
        }
      } catch (MalformedException e) {
        errors.add(error(name, e.getMessage()));
      }
    }
    return errors.isEmpty() ? new Read(merged, names) : new Unreadable(Complaints.joined(errors));
  }

  private List<String> usual() {
    String list = terminal.env().getOrDefault("KUBECONFIG", "");
    if (list.isEmpty()) {
      String home = terminal.env().getOrDefault("HOME", "");
      return List.of(Path.of(home, ".kube", "config").toString());
    }
    return Arrays.stream(list.split(File.pathSeparator, -1))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private Path folderOf(String name) {
    Path file = terminal.resolve(name).toAbsolutePath();
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }

  private static String error(String name, @Nullable String reason) {
    return "error loading config file \"%s\": %s".formatted(name, reason);
  }
}
