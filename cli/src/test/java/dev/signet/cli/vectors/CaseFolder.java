package dev.signet.cli.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a run left in its folder: the files that a case names as it wants them, no other changed.
 */
final class CaseFolder {
  private final Path cwd;
  private final RecordedCase recorded;
  private final Content content;
  private final Normalisation normalisation;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, String> modes = new TreeMap<>();

  CaseFolder(Path cwd, RecordedCase recorded, Content content, Normalisation normalisation)
      throws IOException {
    this.cwd = cwd;
    this.recorded = recorded;
    this.content = content;
    this.normalisation = normalisation;
    try (Stream<Path> paths = Files.walk(cwd)) {
      for (Path path : paths.toList()) {
        note(path);
      }
    }
  }

  private void note(Path path) throws IOException {
    String name = cwd.relativize(path).toString();
    if (Files.isSymbolicLink(path)) {
      texts.put(name, "-> " + Files.readSymbolicLink(path));
    } else if (Files.isRegularFile(path)) {
      texts.put(name, normalisation.normal(Files.readAllBytes(path)));
      int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
      modes.put(name, "%04o".formatted(mode & 07777));
    }
  }

  void compare(List<String> problems) {
    Map<String, JsonNode> listed = RecordedCase.fields(recorded.expectation().path("files"));
    listed.forEach((name, wanted) -> compare(problems, name, wanted));
    texts.forEach(
        (name, text) -> {
          if (!listed.containsKey(name)) {
            compareUnlisted(problems, name, text);
          }
        });
    recorded
        .files()
        .forEach(
            (name, spec) -> {
              boolean isGone = !texts.containsKey(name) && !spec.has("dir");
              if (isGone && !listed.containsKey(name)) {
                problems.add("file %s is gone".formatted(name));
              }
            });
  }

  private void compare(List<String> problems, String name, JsonNode wanted) {
    String got = texts.get(name);
    if (wanted.isNull()) {
      if (got != null) {
        problems.add("file %s exists and should not".formatted(name));
      }
      return;
    }
    if (got == null) {
      problems.add("file %s is missing".formatted(name));
      return;
    }
    if (wanted.has("mode") && !wanted.get("mode").asString().equals(modes.get(name))) {
      problems.add(
          "file %s has mode %s, want %s".formatted(name, modes.get(name), wanted.get("mode")));
    }
    if (wanted.has("symlink")) {
      if (!got.equals("-> " + wanted.get("symlink").asString())) {
        problems.add("link %s is %s".formatted(name, got));
      }
      return;
    }
    String mismatch = Expectation.mismatch("file " + name, wanted, got);
    if (mismatch != null) {
      problems.add(mismatch);
    }
  }

  /** What is not listed must be as it was given, and nothing new may appear outside home. */
  private void compareUnlisted(List<String> problems, String name, String got) {
    JsonNode given = recorded.files().get(name);
    if (given == null) {
      if (!name.startsWith("home/")) {
        problems.add("unexpected file %s: %s".formatted(name, got));
      }
      return;
    }
    String before =
        given.has("symlink")
            ? "-> " + given.get("symlink").asString()
            : normalisation.normal(content.bytes(given));
    if (!before.equals(got)) {
      problems.add("file %s was changed: %s".formatted(name, got));
    }
  }

  static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
