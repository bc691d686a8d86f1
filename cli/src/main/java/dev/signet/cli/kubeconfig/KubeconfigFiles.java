package dev.signet.cli.kubeconfig;

import dev.signet.cli.kubeconfig.KubeconfigReading.Read;
import dev.signet.cli.kubeconfig.KubeconfigReading.Unreadable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds the kubeconfig files and merges them: the one of the flag alone, else those of KUBECONFIG,
 * else the one at home. Only the one of the flag must exist.
 *
 * @param directory what relative paths start from
 */
record KubeconfigFiles(Map<String, String> env, Path directory) {

  KubeconfigReading read(String flag) {
    if (!flag.isEmpty() && Files.notExists(directory.resolve(flag))) {
      return new Unreadable("stat " + flag + ": no such file or directory");
    }
    Kubeconfig merged = Kubeconfig.EMPTY;
    List<String> names = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (String name : flag.isEmpty() ? usual() : List.of(flag)) {
      Path path = directory.resolve(name).toAbsolutePath();
      try {
        byte[] text = Files.readAllBytes(path);
        merged = merged.before(new KubeconfigFile(folderOf(path)).read(text));
        names.add(name);
      } catch (IOException e) {
        if (!(e instanceof NoSuchFileException)) {
          errors.add(error(name, GoErrors.reading(path, name, e)));
        }
      } catch (MalformedException e) {
        errors.add(error(name, e.reason()));
      }
    }
    return errors.isEmpty() ? new Read(merged, names) : new Unreadable(GoErrors.joined(errors));
  }

  private List<String> usual() {
    String list = env.getOrDefault("KUBECONFIG", "");
    if (list.isEmpty()) {
      return List.of(Path.of(env.getOrDefault("HOME", ""), ".kube", "config").toString());
    }
    return Arrays.stream(list.split(File.pathSeparator, -1))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }

  private static String error(String name, String reason) {
    return "error loading config file \"%s\": %s".formatted(name, reason);
  }
}
