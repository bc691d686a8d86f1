package dev.signet.cli.action;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.Session;
import dev.signet.cli.Session.Ran;
import dev.signet.cli.vectors.TestKeys;
import dev.signet.crypto.RandomSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run names every document that has to be mended, whatever is wrong with each. */
@Tag("K-34")
final class AllFailuresTest {
  private static final String INPUT =
      """
      metadata: {namespace: team-a}
      stringData: {k: v}
      ---
      metadata: {name: good, namespace: team-a}
      stringData: {k: v}
      ---
      metadata: {name: broken, namespace: team-a}
      data: {k: "***"}
      ---
      metadata: {name: empty, namespace: team-a}
      """;

  private static final String BROKEN = Session.SECRET.replace("stringData", "data") + "---\n";
  private static final String NAMELESS = Session.SECRET.replace("name: creds, ", "") + "---\n";

  @TempDir private Path folder;

  @Test
  void what_cannot_be_read_does_not_hide_what_cannot_be_sealed() {
    Ran ran = Session.in(folder).seal(INPUT, "-w", "out.yaml");
    assertAllNamed(ran, "data.k, document 3, line 8");
    assertTrue(Files.notExists(folder.resolve("out.yaml")));
    assertAllNamed(Session.in(folder).seal(INPUT), "data.k, document 3, line 8");
  }

  private static void assertAllNamed(Ran ran, String place) {
    assertEquals(1, ran.exit());
    assertEquals("", ran.out());
    assertEquals(
        """
        error: illegal base64 data at input byte 0
        hint: it is %s
        hint: missing metadata.name in input Secret (it is document 1)
        hint: secret.data is empty in input Secret, assuming this is an error and aborting. To work \
        with empty data, --allow-empty-data can be used (it is document 4, "empty")
        """
            .formatted(place),
        ran.err());
  }

  @Test
  @Tag("K-107")
  void nor_does_it_when_merging() {
    Session session = Session.in(folder);
    session.run(Session.SECRET, "--cert", "cert.pem", "-w", "t.yaml");
    String before = session.text("t.yaml");
    Ran ran = session.seal(INPUT, "--merge-into", "t.yaml", "--scope", "cluster-wide");
    assertEquals(1, ran.exit());
    assertTrue(ran.err().startsWith("error: illegal base64 data at input byte 0\n"), ran.err());
    assertTrue(ran.err().contains("\nhint: scope mismatch"), ran.err());
    assertEquals(before, session.text("t.yaml"));
  }

  @Test
  void nor_what_cannot_be_opened() {
    Session session = Session.in(folder).lay("key.pem", new TestKeys().text("rsa2048-a.pkcs1"));
    String good = session.run(Session.SECRET, "--cert", "cert.pem", "-o", "yaml").out();
    Ran ran =
        session.run(
            good
                + "---\nkind: Foo\n---\na: [\n"
                + good.replace("name: creds", "name: moved")
                + good.replace("namespace: team-a", "namespace: elsewhere"),
            "--recovery-unseal",
            "--recovery-private-key",
            "key.pem");
    assertEquals(1, ran.exit());
    assertEquals("", ran.out());
    List<String> lines = ran.err().lines().toList();
    assertEquals("error: document 2 is no SealedSecret of bitnami.com/v1alpha1", lines.getFirst());
    assertTrue(lines.get(1).startsWith("hint: cannot read document 3: "), ran.err());
    assertEquals(
        List.of(
            "error: cannot open \"moved\": no key could decrypt secret (password)",
            "error: cannot open \"creds\": no key could decrypt secret (password)"),
        lines.subList(2, lines.size()));
  }

  private static String secrets(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(it -> Session.SECRET.replace("creds", "s" + it) + "---\n")
        .collect(joining());
  }

  @Test
  void a_long_stream_is_read_to_its_end_and_flows_up_to_its_first_failure() {
    String input =
        secrets(1, 5) + NAMELESS + secrets(6, 280) + BROKEN + secrets(281, 290) + NAMELESS;
    Ran ran = Session.in(folder).seal(input, "-o", "yaml");
    assertEquals(1, ran.exit());
    assertTrue(ran.out().contains("name: s4\n") && !ran.out().contains("name: s6\n"), ran.out());
    assertTrue(ran.err().startsWith("error: missing metadata.name"), ran.err());
    assertTrue(ran.err().contains("\nhint: it is document 5\n"), ran.err());
    assertTrue(ran.err().contains("document 280"), ran.err());
    assertTrue(ran.err().contains("(it is document 290)\n"), ran.err());
  }

  @Test
  void a_long_stream_that_cannot_be_read_is_read_to_its_end_and_leaves_nothing() {
    String input =
        secrets(1, 5)
            + BROKEN
            + secrets(6, 10)
            + BROKEN
            + secrets(11, 280)
            + NAMELESS
            + secrets(281, 300)
            + BROKEN;
    Session session = Session.in(folder);
    for (Ran ran : List.of(session.seal(input), session.seal(input, "-w", "out.yaml"))) {
      assertEquals(1, ran.exit());
      assertEquals("", ran.out());
      for (int document : List.of(5, 10, 280, 300)) {
        assertTrue(
            Pattern.compile("document " + document + "\\b").matcher(ran.err()).find(), ran.err());
      }
    }
    assertTrue(Files.notExists(folder.resolve("out.yaml")));
  }

  @Test
  void twenty_are_named_and_the_others_counted() {
    Ran ran = Session.in(folder).seal(secrets(0, 300) + BROKEN.repeat(300));
    assertEquals(20, ran.err().lines().filter(it -> it.contains(", document ")).count());
    assertTrue(ran.err().endsWith("\nhint: and 280 more\n"), ran.err());
  }

  @Test
  void nothing_is_sealed_behind_a_failure() {
    AtomicInteger draws = new AtomicInteger();
    RandomSource counting =
        bytes -> {
          draws.incrementAndGet();
          RandomSource.secure().fill(bytes);
        };
    Session session = Session.in(folder).with(counting);
    assertEquals(1, session.seal(BROKEN + secrets(1, 600)).exit());
    assertEquals(0, draws.get());
  }
}
