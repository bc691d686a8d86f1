package dev.signet.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged command, with the certificate of the running controller in a file. */
public record Kubeseal(Path certificate) {
  public static Kubeseal with(String certificatePem) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "e2e"));
      Path file = Files.createTempFile(folder, "certificate", ".pem");
      return new Kubeseal(Files.writeString(file, certificatePem).toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A SealedSecret as YAML, of a Secret as YAML or JSON. */
  public String seal(String manifest, String... flags) {
    List<String> words = new ArrayList<>(List.of(program(), "--cert", certificate.toString()));
    words.addAll(List.of("-o", "yaml"));
    words.addAll(List.of(flags));
    return Command.of(words).input(manifest).out();
  }

  /**
   * What a user types: {@code kubeseal} and {@code kubectl} are on PATH, the certificate in $CERT.
   */
  public String shell(String script) {
    String path = Path.of(program()).getParent() + ":" + System.getenv("PATH");
    return Command.of("bash", "-euo", "pipefail", "-c", script)
        .with("PATH", path)
        .with("CERT", certificate.toString())
        .with("JAVA_HOME", System.getProperty("java.home"))
        .out();
  }

  /** The path of the command. */
  public static String program() {
    Path packaged = Cluster.ROOT.resolve("cli/target/kubeseal/bin/kubeseal");
    return System.getProperty("signet.kubeseal", packaged.toString());
  }
}
