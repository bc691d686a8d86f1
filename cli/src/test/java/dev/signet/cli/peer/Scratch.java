package dev.signet.cli.peer;

import dev.signet.cli.peer.Invocation.Content;
import dev.signet.crypto.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one run: filled, read back, thrown away. */
final class Scratch implements AutoCloseable {
  private final Invocation invocation;
  private final Path base;
  private final Path folder;

  Scratch(Invocation invocation) {
    this.invocation = invocation;
    try {
      base = Files.createTempDirectory("peer").toRealPath();
      folder = Files.createDirectory(base.resolve("w"));
      Files.createDirectory(base.resolve("tmp"));
      Files.createDirectory(folder.resolve("home"));
      for (Map.Entry<String, Content> file : invocation.files().entrySet()) {
        lay(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lay(Path path, Content content) throws IOException {
    Files.createDirectories(path.getParent());
    switch (content) {
      case Content.Plain(Bytes bytes, String mode) -> {
        Files.write(path, bytes.toArray());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
      }
      case Content.Folder() -> Files.createDirectories(path);
      case Content.Link(String target) -> Files.createSymbolicLink(path, Path.of(target));
    }
  }

  Path folder() {
    return folder;
  }

  /** A file that the run does not see. */
  Path beside(String name) {
    return base.resolve(name);
  }

  List<String> args() {
    return invocation.args().stream().map(this::filled).toList();
  }

  Map<String, String> env() {
    Map<String, String> env = new HashMap<>();
    env.put("PATH", "/usr/bin:/bin");
    env.put("HOME", folder.resolve("home").toString());
    env.put("TMPDIR", base.resolve("tmp").toString());
    env.put("TZ", "UTC");
    invocation.env().forEach((name, value) -> env.put(name, filled(value)));
    return env;
  }

  private String filled(String text) {
    return text.replace(Invocation.FOLDER, folder.toString());
  }

  Outcome outcome(int exit, byte[] stdout, byte[] stderr, KeySet keys) {
    OpenedTexts texts = new OpenedTexts(invocation.given(), folder.toString(), keys);
    return new Outcome(exit, texts.normal(stdout), texts.normal(stderr), changed(texts));
  }

  /** What is no longer, or not yet, as it was laid down. */
  private SortedMap<String, String> changed(OpenedTexts texts) {
    SortedMap<String, String> changed = new TreeMap<>();
    invocation.files().forEach((path, content) -> changed.put(path, "gone"));
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.filter(it -> !it.equals(folder)).toList()) {
        String name = folder.relativize(path).toString();
        if (isAsGiven(path, invocation.files().get(name))) {
          changed.remove(name);
        } else {
          changed.put(name, describe(path, texts));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return changed;
  }

  private static boolean isAsGiven(Path path, @Nullable Content content) throws IOException {
    return switch (content) {
      case null -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
      case Content.Folder() -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
      case Content.Link(String target) ->
          Files.isSymbolicLink(path) && Files.readSymbolicLink(path).toString().equals(target);
      case Content.Plain(Bytes bytes, String mode) ->
          Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
              && mode.equals(mode(path))
              && bytes.equals(Bytes.of(Files.readAllBytes(path)));
    };
  }

  private static String describe(Path path, OpenedTexts texts) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "-> " + Files.readSymbolicLink(path);
    }
    return mode(path) + " " + texts.normal(Files.readAllBytes(path));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Temporary files that the program forgot. */
  List<String> leftovers() {
    try (Stream<Path> left = Files.list(base.resolve("tmp"))) {
      return left.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(base)) {
      walk.sorted(Comparator.reverseOrder()).forEach(all::add);
      for (Path path : all) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
