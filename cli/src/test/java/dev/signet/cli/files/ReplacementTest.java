package dev.signet.cli.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.terminal.Terminal;
import dev.signet.cli.terminal.Terminal.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-66")
final class ReplacementTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private Outputs outputs;

  @BeforeEach
  void set_up() {
    outputs =
        new Outputs(
            new Terminal(
                InputStream.nullInputStream(),
                stdout,
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new Place(folder, Map.of()),
                Set.of()));
  }

  private void replace(String name, String text) throws FileFault {
    try (Output output = outputs.open(name)) {
      output.write(text);
      output.deliver();
    }
  }

  private String refused(String name) {
    return String.valueOf(assertThrows(FileFault.class, () -> outputs.open(name)).getMessage());
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_new_file_is_the_owners_alone() throws IOException, FileFault {
    replace("new", "text");
    assertEquals("text", Files.readString(folder.resolve("new")));
    assertEquals("rw-------", mode("new"));
    assertEquals(List.of("new"), files());
  }

  @Test
  void an_old_file_keeps_its_mode() throws IOException, FileFault {
    Files.writeString(folder.resolve("old"), "a longer text than the new one");
    Files.setPosixFilePermissions(
        folder.resolve("old"), PosixFilePermissions.fromString("rw-r-xr--"));
    replace("old", "new");
    assertEquals("new", Files.readString(folder.resolve("old")));
    assertEquals("rw-r-xr--", mode("old"));
  }

  @Test
  void a_link_stays_and_leads_to_the_new_content() throws IOException, FileFault {
    Files.createDirectory(folder.resolve("there"));
    Files.writeString(folder.resolve("there/target"), "old");
    Files.createSymbolicLink(folder.resolve("hop"), Path.of("there/target"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("hop"));
    replace("link", "new");
    assertTrue(Files.isSymbolicLink(folder.resolve("link")));
    assertEquals("new", Files.readString(folder.resolve("there/target")));
    assertEquals(List.of("hop", "link", "there"), files());
  }

  @Test
  void a_link_to_nothing_makes_its_target() throws IOException, FileFault {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    replace("link", "new");
    assertEquals("new", Files.readString(folder.resolve("target")));
  }

  @Test
  void readers_see_the_old_content_until_all_is_there() throws IOException, FileFault {
    Files.writeString(folder.resolve("file"), "old");
    try (Output output = outputs.open("file")) {
      output.write("new");
      output.settle();
      assertEquals("old", Files.readString(folder.resolve("file")));
      output.deliver();
      assertEquals("new", Files.readString(folder.resolve("file")));
    }
  }

  @Test
  void what_is_not_delivered_leaves_no_trace() throws IOException, FileFault {
    Files.writeString(folder.resolve("file"), "old");
    try (Output output = outputs.open("file")) {
      output.write("new");
      assertEquals(2, files().size());
    }
    assertEquals("old", Files.readString(folder.resolve("file")));
    assertEquals(List.of("file"), files());
  }

  @Test
  void a_pending_file_is_nobody_elses_to_read() throws IOException, FileFault {
    try (Output output = outputs.open("file")) {
      output.write("secret");
      assertEquals("rw-------", mode(files().getFirst()));
    }
  }

  @Test
  void a_place_that_cannot_be_written_is_refused_at_once() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.writeString(folder.resolve("file"), "");
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertEquals("open folder: is a directory", refused("folder"));
    assertTrue(refused("nowhere/file").startsWith("open nowhere/.file"), refused("nowhere/file"));
    assertTrue(refused("nowhere/file").endsWith(": no such file or directory"));
    assertTrue(refused("file/file").endsWith(": not a directory"), refused("file/file"));
    assertEquals("open loop: too many levels of symbolic links", refused("loop"));
    assertEquals("open a\0b: invalid argument", refused("a\0b"));
  }

  @Test
  void devices_and_names_of_stdout_are_written_to() throws FileFault {
    replace("/dev/null", "gone");
    assertTrue(Files.exists(Path.of("/dev/null")) && !Files.isRegularFile(Path.of("/dev/null")));
    for (String name : List.of("", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")) {
      replace(name, "x");
    }
    assertEquals("xxxx", stdout.toString(UTF_8));
  }

  @Test
  void a_full_device_is_told() {
    FileFault fault = assertThrows(FileFault.class, () -> replace("/dev/full", "x"));
    assertEquals("write /dev/full: no space left on device", fault.getMessage());
  }
}
