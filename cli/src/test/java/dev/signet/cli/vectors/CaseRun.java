package dev.signet.cli.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.Kubeseal;
import dev.signet.cli.terminal.Terminal;
import dev.signet.cli.terminal.Terminal.Place;
import dev.signet.cli.terminal.Terminal.Stream;
import dev.signet.cli.vectors.PackagedProgram.Outcome;
import dev.signet.crypto.Bytes;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.Sealer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** One run of one case, in a folder of its own: what was given, what came out. */
final class CaseRun {
  private static final Pattern HINT = Pattern.compile("(?m)^hint: .*\n");
  private static final JsonNode ANY_ERROR =
      JsonMapper.shared().readTree("{\"regex\": \"error: .+\\n\"}");

  private final RecordedCase recorded;
  private final TestKeys keys;
  private final Path folder;
  private final Path cwd;
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Content content;

  CaseRun(RecordedCase recorded, TestKeys keys, Path folder) {
    this.recorded = recorded;
    this.keys = keys;
    this.folder = folder;
    this.cwd = folder.resolve("w");
    this.content = new Content(keys, this::fill);
  }

  /** Gives all that is not as wanted. */
  List<String> run() throws IOException {
    if (recorded.server().isEmpty()) {
      return run(null);
    }
    JsonNode spec = recorded.server().get();
    try (CaseServer server = CaseServer.start(spec, keys)) {
      places.put(server.url(), "{{server}}");
      places.put(server.hostPort(), "{{hostport}}");
      server.serve(spec, content);
      return run(server);
    }
  }

  private List<String> run(@Nullable CaseServer server) throws IOException {
    places.put(cwd.toString(), "{{cwd}}");
    prepare();
    Outcome outcome = outcome(recorded.arguments().stream().map(this::fill).toList());
    Normalisation normalisation = new Normalisation(recorded, keys, places, given());
    List<String> problems = compare(outcome, normalisation);
    if (server != null) {
      server.compare(recorded.expectation(), normalisation, problems);
    }
    return problems;
  }

  /** A terminal is nothing that a process could be given here. */
  private Outcome outcome(List<String> arguments) throws IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Terminal terminal = terminal(out, new PrintStream(err, true, UTF_8));
    Optional<PackagedProgram> program = PackagedProgram.given();
    if (program.isPresent() && terminal.tty().isEmpty()) {
      return program.get().run(arguments, terminal.place(), stdin(), folder);
    }
    int exit =
        new Kubeseal(
                terminal, Clock.systemUTC(), () -> new Sealer(RandomSource.secure()), "kubeseal")
            .run(arguments);
    return new Outcome(exit, Bytes.of(out.toByteArray()), Bytes.of(err.toByteArray()));
  }

  private void prepare() throws IOException {
    Files.createDirectories(cwd.resolve("home"));
    Files.createDirectories(folder.resolve("tmp"));
    for (Map.Entry<String, JsonNode> file : recorded.files().entrySet()) {
      Path path = cwd.resolve(file.getKey());
      JsonNode spec = file.getValue();
      Files.createDirectories(path.getParent());
      if (spec.path("dir").asBoolean(false)) {
        Files.createDirectories(path);
      } else if (spec.has("symlink")) {
        Files.createSymbolicLink(path, Path.of(spec.get("symlink").asString()));
      } else {
        Files.write(path, content.bytes(spec));
      }
      if (spec.has("mode")) {
        chmod(path, spec.get("mode").asString());
      }
    }
  }

  private static void chmod(Path path, String octal) throws IOException {
    Files.setAttribute(path, "unix:mode", Integer.parseInt(octal, 8) | 0100000);
  }

  private Terminal terminal(ByteArrayOutputStream out, PrintStream err) {
    Map<String, String> env = new TreeMap<>();
    env.put("HOME", cwd.resolve("home").toString());
    env.put("TMPDIR", folder.resolve("tmp").toString());
    env.put("LANG", "C.UTF-8");
    env.put("TZ", "UTC");
    recorded
        .environment()
        .forEach(
            (name, value) -> {
              if (value.isNull()) {
                env.remove(name);
              } else {
                env.put(name, fill(value.asString()));
              }
            });
    Set<Stream> tty = EnumSet.noneOf(Stream.class);
    recorded.typed().ifPresent(typed -> tty.add(Stream.IN));
    if (recorded.hasTerminalForErrors()) {
      tty.add(Stream.ERR);
    }
    return new Terminal(new ByteArrayInputStream(stdin()), out, err, new Place(cwd, env), tty);
  }

  private byte[] stdin() {
    return recorded
        .typed()
        .map(text -> text.getBytes(UTF_8))
        .orElseGet(() -> content.bytes(recorded.stdin()));
  }

  private String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      filled = filled.replace(place.getValue(), place.getKey());
    }
    return filled;
  }

  private List<String> compare(Outcome outcome, Normalisation normalisation) throws IOException {
    JsonNode wanted = recorded.expectation();
    String stdout = normalisation.normal(outcome.out().toArray());
    String stderr = HINT.matcher(normalisation.normal(outcome.err().toArray())).replaceAll("");
    List<String> problems = new ArrayList<>();
    if (!isExpectedExit(wanted.path("exit"), outcome.exit())) {
      problems.add("exit: want %s, got %d".formatted(wanted.path("exit"), outcome.exit()));
    }
    check(problems, "stdout", text(wanted, "stdout"), stdout);
    JsonNode wantedErr = recorded.hasFreeWording() ? ANY_ERROR : text(wanted, "stderr");
    check(problems, "stderr", wantedErr, stderr);
    if (wanted.has("output")) {
      check(problems, "stdout and stderr together", wanted.get("output"), stdout + stderr);
    }
    new CaseFolder(cwd, recorded, content, normalisation).compare(problems);
    boolean leavesNothing = wanted.has("temp_left") && !wanted.get("temp_left").asBoolean();
    if (leavesNothing && !CaseFolder.isEmpty(folder.resolve("tmp"))) {
      problems.add("temporary files left behind");
    }
    return problems;
  }

  private static JsonNode text(JsonNode wanted, String field) {
    return wanted.has(field) ? wanted.get(field) : StringNode.valueOf("");
  }

  private static boolean isExpectedExit(JsonNode wanted, int exit) {
    return wanted.isArray()
        ? wanted.valueStream().anyMatch(it -> it.asInt() == exit)
        : wanted.asInt(0) == exit;
  }

  private static void check(List<String> problems, String what, JsonNode wanted, String got) {
    String mismatch = Expectation.mismatch(what, wanted, got);
    if (mismatch != null) {
      problems.add(mismatch);
    }
  }

  private String given() {
    List<String> inputs = new ArrayList<>();
    recorded
        .files()
        .values()
        .forEach(
            file -> {
              if (!file.has("symlink") && !file.has("dir")) {
                inputs.add(new String(content.bytes(file), UTF_8));
              }
            });
    inputs.add(new String(stdin(), UTF_8));
    recorded
        .server()
        .ifPresent(
            server ->
                server.path("routes").forEach(route -> inputs.add(route.path("body").toString())));
    return String.join("\n", inputs);
  }
}
