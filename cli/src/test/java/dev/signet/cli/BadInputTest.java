package dev.signet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.cli.terminal.Terminal;
import dev.signet.cli.terminal.Terminal.Place;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.Sealer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes in: one clear error, exit 1, and an output file that is as it was. */
@Tag("K-33")
@Tag("K-66")
final class BadInputTest {
  private static final String SECRET =
      "{\"kind\": \"Secret\", \"metadata\": {\"name\": \"a\", \"namespace\": \"b\"},"
          + " \"data\": {\"x\": \"eQ==\"}}";

  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void set_up() throws IOException {
    Path vectors = Path.of(System.getProperty("signet.vectors"));
    JsonNode keys =
        JsonMapper.shared().readTree(vectors.resolve("crypto/keys.json").toFile()).get("keys");
    for (String name : new String[] {"rsa2048-a", "ec-p256", "expired"}) {
      String pem = keys.get(name).get("crt").asString();
      Files.writeString(folder.resolve(name + ".crt"), pem);
    }
    Files.writeString(folder.resolve("good.json"), SECRET);
    Files.writeString(folder.resolve("out.yaml"), "old");
  }

  @TestFactory
  Stream<DynamicTest> no_input_hurts() {
    Map<String, byte[]> inputs = new LinkedHashMap<>();
    inputs.put("empty", new byte[0]);
    inputs.put("truncated", SECRET.substring(0, 60).getBytes(UTF_8));
    inputs.put("binary", binary());
    inputs.put("alias bomb", aliasBomb().getBytes(UTF_8));
    inputs.put("deep YAML", "[".repeat(200_000).getBytes(UTF_8));
    inputs.put("deep JSON", "{\"a\":".repeat(200_000).getBytes(UTF_8));
    return inputs.entrySet().stream()
        .map(it -> dynamicTest(it.getKey(), () -> refuses(it.getKey(), it.getValue())));
  }

  private void refuses(String what, byte[] input) {
    err.reset();
    int exit =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                run(
                    input,
                    OutputStream.nullOutputStream(),
                    "--cert",
                    "rsa2048-a.crt",
                    "-w",
                    "out.yaml"));
    assertEquals(1, exit, what);
    assertTrue(
        told().startsWith("error: no secrets found. Ensure the input is valid and UTF-8 encoded\n"),
        what + ": " + told());
    assertIsTidy(what);
  }

  @Test
  void five_megabytes_are_sealed() {
    String large = SECRET.replace("eQ==", "A".repeat(5_000_000));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(0, run(large.getBytes(UTF_8), out, "--cert", "rsa2048-a.crt"));
    assertTrue(out.size() > 5_000_000);
  }

  @Test
  @Tag("K-84")
  @Tag("K-86")
  void no_certificate_but_a_good_one_will_do() {
    for (String certificate : List.of("ec-p256.crt", "expired.crt", "good.json", "nowhere", ".")) {
      err.reset();
      byte[] input = SECRET.getBytes(UTF_8);
      int exit =
          run(input, OutputStream.nullOutputStream(), "--cert", certificate, "-w", "out.yaml");
      assertEquals(1, exit, certificate);
      assertIsTidy(certificate);
    }
  }

  @Test
  @Tag("K-31")
  void a_folder_is_neither_input_nor_output() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    OutputStream out = OutputStream.nullOutputStream();
    assertEquals(1, run(new byte[0], out, "--cert", "rsa2048-a.crt", "-f", "folder"));
    assertEquals(1, run(SECRET.getBytes(UTF_8), out, "--cert", "rsa2048-a.crt", "-w", "folder"));
    assertEquals(
        "error: read folder: is a directory\nerror: open folder: is a directory\n", told());
  }

  @Test
  void an_output_that_takes_nothing_is_told() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertEquals(1, run(SECRET.getBytes(UTF_8), full, "--cert", "rsa2048-a.crt"));
    assertEquals("error: write /dev/stdout: no space left on device\n", told());
  }

  private void assertIsTidy(String what) {
    assertTrue(told().startsWith("error: "), what + ": " + told());
    assertFalse(told().contains("\tat ") || told().contains("Exception"), what + ": " + told());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals("old", Files.readString(folder.resolve("out.yaml")), what);
      assertEquals(List.of(), files.filter(it -> it.toString().contains("/.")).toList(), what);
    } catch (IOException e) {
      throw new AssertionError(what, e);
    }
  }

  private String told() {
    return err.toString(UTF_8);
  }

  private int run(byte[] input, OutputStream out, String... arguments) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input),
            out,
            new PrintStream(err, true, UTF_8),
            new Place(folder, Map.of("HOME", folder.toString())),
            Set.of());
    return new Kubeseal(
            terminal, Clock.systemUTC(), () -> new Sealer(RandomSource.secure()), "kubeseal")
        .run(List.of(arguments));
  }

  private static byte[] binary() {
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private static String aliasBomb() {
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      String before = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(String.join(",", Collections.nCopies(9, before))).append("]\n");
    }
    return bomb.toString();
  }
}
