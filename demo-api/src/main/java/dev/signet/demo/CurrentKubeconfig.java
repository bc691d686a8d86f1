package dev.signet.demo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The kubeconfig that kubectl would read first. */
record CurrentKubeconfig(Map<String, String> env) {
  Path file() throws DemoException {
    String list = Optional.ofNullable(env.get("KUBECONFIG")).orElse("");
    String first = list.split(File.pathSeparator, 2)[0];
    Path file =
        first.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".kube", "config")
            : Path.of(first);
    if (!Files.isReadable(file)) {
      throw new DemoException("no kubeconfig at %s: set KUBECONFIG".formatted(file));
    }
    return file.toAbsolutePath();
  }
}
