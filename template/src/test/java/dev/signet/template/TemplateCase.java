package dev.signet.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.template.Rendering.Fault;
import dev.signet.template.Rendering.Kind;
import dev.signet.template.Rendering.Rendered;
import dev.signet.template.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One recorded case: a template, its input, and what must come of it. */
record TemplateCase(Map<?, ?> fields) {
  static final Path FOLDER =
      Path.of(System.getProperty("signet.vectors", "../vectors"), "template");
  private static final int SHORTEST_SECRET = 4;

  /** The whole folder, in the order of its files. */
  static List<TemplateCase> all() throws IOException {
    List<TemplateCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          cases.add(new TemplateCase(JsonLine.read(line)));
        }
      }
    }
    return cases;
  }

  String name() {
    return Objects.requireNonNull(text("name"));
  }

  byte[] template() {
    return Objects.requireNonNull(text("template")).getBytes(UTF_8);
  }

  /** What is wrong with what comes of it, if anything. */
  Optional<String> complaint(Renderer renderer) {
    return complaint(renderer.render(name(), template(), input(), Limits.standard()));
  }

  /** What is wrong with this, if it came of it. */
  Optional<String> complaint(Rendering rendering) {
    return switch (rendering) {
      case Rendered rendered -> outputComplaint(rendered.output());
      case Fault fault -> faultComplaint(fault);
    };
  }

  private Optional<String> outputComplaint(byte[] output) {
    byte[] wanted = output();
    if (wanted == null) {
      return Optional.of("must fail, printed " + new String(output, UTF_8));
    }
    return Arrays.equals(wanted, output)
        ? Optional.empty()
        : Optional.of(
            "wanted %s, printed %s"
                .formatted(new String(wanted, UTF_8), new String(output, UTF_8)));
  }

  private Optional<String> faultComplaint(Fault fault) {
    String wanted = text("class");
    if (wanted == null) {
      return Optional.of("must print, failed: " + fault);
    }
    boolean isWanted =
        switch (wanted) {
          case "parse" -> fault.kind() == Kind.PARSE && isAtLine(fault);
          case "exec" -> fault.kind() == Kind.EXEC && isAtLine(fault) && isAtColumn(fault);
          case "limit", "limit-or-output" -> fault.kind() == Kind.LIMIT;
          case "limit-or-exec" -> fault.kind() != Kind.PARSE;
          default -> false;
        };
    if (!isWanted || !fault.name().equals(name())) {
      return Optional.of("wanted %s, failed: %s".formatted(fields.get("error"), fault));
    }
    return leaks(fault) ? Optional.of("tells a value: " + fault) : Optional.empty();
  }

  private boolean isAtLine(Fault fault) {
    return fields.get("line") instanceof Integer line && line == fault.line();
  }

  private boolean isAtColumn(Fault fault) {
    return fields.get("column") instanceof Integer column && column == fault.column();
  }

  private boolean leaks(Fault fault) {
    String template = Objects.requireNonNull(text("template"));
    return input().values().stream()
        .map(value -> new String(value, UTF_8))
        .filter(value -> value.length() >= SHORTEST_SECRET && !template.contains(value))
        .anyMatch(fault.reason()::contains);
  }

  private byte @Nullable [] output() {
    String encoded = text("output_b64");
    if (encoded != null) {
      return Base64.getDecoder().decode(encoded);
    }
    String output = text("output");
    return output == null ? null : output.getBytes(UTF_8);
  }

  Map<String, byte[]> input() {
    Map<String, byte[]> input = new HashMap<>();
    strings("data").forEach((key, value) -> input.put(key, value.getBytes(UTF_8)));
    strings("data_b64").forEach((key, value) -> input.put(key, Base64.getDecoder().decode(value)));
    return input;
  }

  private Map<String, String> strings(String field) {
    Map<String, String> strings = new HashMap<>();
    if (fields.get(field) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> strings.put((String) key, (String) value));
    }
    return strings;
  }

  private @Nullable String text(String field) {
    return fields.get(field) instanceof String text ? text : null;
  }
}
