package dev.signet.template.duel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.template.JsonLine;
import dev.signet.template.duel.RandomTemplates.Drawn;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The same templates rendered by Go. */
final class GoPeer {
  private static final Path SOURCE = Path.of("src", "test", "go");

  private final Path program;

  private GoPeer(Path program) {
    this.program = program;
  }

  /**
   * How Go ended.
   *
   * @param output each byte a character
   * @param failure empty, or Go's text with its class before it
   */
  record Answer(String output, String failure) {}

  /** The program, built; nothing where there is no Go, or no way to get at Sprig. */
  static Optional<GoPeer> build(Path folder) throws IOException, InterruptedException {
    Path program = folder.resolve("peer");
    var builder = new ProcessBuilder(go(), "build", "-o", program.toAbsolutePath().toString(), ".");
    builder.directory(SOURCE.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("go.log").toFile());
    try {
      Process build = builder.start();
      boolean isBuilt = build.waitFor(5, TimeUnit.MINUTES) && build.exitValue() == 0;
      return isBuilt ? Optional.of(new GoPeer(program)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String go() {
    Path usual = Path.of("/usr/local/go/bin/go");
    return System.getProperty("signet.go", Files.isExecutable(usual) ? usual.toString() : "go");
  }

  List<Answer> render(String name, List<Drawn> templates) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(program.toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("TZ", "UTC");
    Process peer = builder.start();
    Thread.ofVirtual().start(() -> write(peer, name, templates));
    List<Answer> answers = new ArrayList<>();
    try (BufferedReader lines = peer.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.add(answer(line));
      }
    }
    peer.waitFor();
    return answers;
  }

  private static void write(Process peer, String name, List<Drawn> templates) {
    try (BufferedWriter out = peer.outputWriter(UTF_8)) {
      for (Drawn drawn : templates) {
        out.write(line(name, drawn));
        out.newLine();
      }
    } catch (IOException _) {
      peer.destroy();
    }
  }

  private static String line(String name, Drawn drawn) {
    String data =
        drawn.input().entrySet().stream()
            .map(item -> "\"%s\":\"%s\"".formatted(item.getKey(), base64(item.getValue())))
            .collect(Collectors.joining(","));
    return "{\"name\":\"%s\",\"template\":\"%s\",\"data\":{%s}}"
        .formatted(name, base64(drawn.text()), data);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Answer answer(String line) {
    Map<?, ?> fields = JsonLine.read(line);
    String failure =
        fields.get("class") instanceof String kind ? kind + " " + fields.get("error") : "";
    String output = fields.get("output") instanceof String text ? text : "";
    return new Answer(new String(Base64.getDecoder().decode(output), ISO_8859_1), failure);
  }
}
