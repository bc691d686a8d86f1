package dev.signet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.Session.Ran;
import dev.signet.cli.terminal.Terminal.Stream;
import dev.signet.cli.vectors.TestKeys;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said beyond kubeseal's own words: one sentence that helps, and never on stdout. */
final class HintsTest {
  private static final String LATER = "\n---\n";

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void set_up() {
    session = Session.in(folder);
  }

  private static List<String> hints(Ran ran) {
    return ran.err().lines().filter(line -> line.startsWith("hint: ")).toList();
  }

  private void assertHints(Ran ran, String... wanted) {
    assertEquals(List.of(wanted), hints(ran), ran.err());
  }

  @Test
  void nothing_is_said_where_nothing_is_odd() {
    Ran ran = session.seal(Session.SECRET);
    assertEquals(0, ran.exit());
    assertEquals("", ran.err());
  }

  @Test
  @Tag("K-16")
  void a_file_without_its_flag_is_not_read() {
    session.lay("secret.yaml", Session.SECRET);
    Ran ran = session.seal("", "secret.yaml", "elsewhere.yaml");
    assertEquals(1, ran.exit());
    assertHints(ran, "hint: secret.yaml is ignored; to read it, say -f secret.yaml");
    assertHints(session.seal("", "elsewhere.yaml", "-f", "secret.yaml"));
  }

  @Test
  @Tag("K-77")
  void a_secret_file_is_no_raw_value() {
    session.lay("secret.yaml", Session.SECRET);
    Ran ran = session.seal("x", "--raw", "--scope", "cluster-wide", "-f", "secret.yaml");
    assertEquals(0, ran.exit());
    assertHints(ran, "hint: --raw seals standard input or --from-file; -f is ignored");
  }

  @Test
  @Tag("K-50")
  void names_that_the_api_server_refuses_are_sealed_and_told() {
    String secret =
        """
        metadata: {name: My_Creds, namespace: team.a}
        stringData: {"a b": x, "..": x, good.key_1: x}
        """;
    Ran ran = session.seal(secret);
    assertEquals(0, ran.exit());
    assertHints(
        ran,
        "hint: document 1: Kubernetes takes no Secret with the name \"My_Creds\"",
        "hint: document 1: Kubernetes takes no Secret with the namespace \"team.a\"",
        "hint: document 1: Kubernetes takes no Secret with the key \"..\"",
        "hint: document 1: Kubernetes takes no Secret with the key \"a b\"");
    assertHints(
        session.seal(secret.replace("\"a b\": x, \"..\": x, ", ""), "--name", "a.b-c"),
        "hint: document 1: Kubernetes takes no Secret with the namespace \"team.a\"");
  }

  @Test
  @Tag("K-50")
  void a_merged_key_is_checked_too() {
    session.lay("sealed.yaml", session.seal(Session.SECRET, "-o", "yaml").out());
    Ran ran =
        session.seal(
            Session.SECRET.replace("password", "pass/word"), "--merge-into", "sealed.yaml");
    assertEquals(0, ran.exit());
    assertHints(ran, "hint: document 1: Kubernetes takes no Secret with the key \"pass/word\"");
  }

  @Test
  @Tag("K-71")
  void a_short_key_is_weak() {
    session.lay("cert.pem", new TestKeys().text("rsa1024.crt"));
    Ran ran = session.seal(Session.SECRET);
    assertEquals(0, ran.exit());
    assertHints(ran, "hint: the certificate's key has 1024 bits; less than 2048 are weak today");
  }

  @Test
  void with_v_the_key_is_told_by_its_fingerprint() {
    Ran ran = session.seal(Session.SECRET, "-v1");
    assertEquals(0, ran.exit());
    assertEquals(1, hints(ran).size());
    assertTrue(
        hints(ran).getFirst().matches("hint: the certificate's key is SHA256:[A-Za-z0-9+/]{43}"));
  }

  @Test
  @Tag("K-33")
  void a_broken_document_is_told_with_its_line() {
    Ran ran = session.seal("a: b\nc: [\n");
    assertTrue(ran.err().startsWith("error: no secrets found."), ran.err());
    assertTrue(
        hints(ran).getFirst().startsWith("hint: cannot read document 1: line 3: "), ran.err());
  }

  @Test
  @Tag("K-34")
  void every_failing_document_is_named() {
    String bad = Session.SECRET.replace("stringData: {password", "data: {password");
    Ran ran = session.seal(bad + LATER + Session.SECRET + LATER + bad);
    assertEquals(1, ran.exit());
    assertEquals("", ran.out());
    assertEquals(2, hints(ran).size(), ran.err());
    assertTrue(hints(ran).getFirst().contains("document 1"), ran.err());
    assertTrue(hints(ran).getLast().contains("document 3"), ran.err());
  }

  @Test
  @Tag("K-34")
  void a_flood_of_failures_is_counted() {
    String bad = Session.SECRET.replace("stringData: {password", "data: {password");
    Ran ran = session.seal((bad + LATER).repeat(50));
    assertEquals("hint: and 30 more", hints(ran).getLast());
    assertEquals(21, hints(ran).size());
  }

  @Test
  @Tag("K-84")
  void an_expired_certificate_has_a_date_and_a_way_out() {
    session.lay("cert.pem", new TestKeys().text("expired.crt"));
    Ran ran = session.seal(Session.SECRET);
    assertTrue(
        ran.err().startsWith("error: failed to encrypt using an expired certificate on "),
        ran.err());
    assertEquals(1, hints(ran).size());
    assertTrue(hints(ran).getFirst().contains("--fetch-cert"), ran.err());
  }

  @Test
  @Tag("K-83")
  void a_certificate_that_is_none_is_recognised() {
    session.lay("cert.pem", new TestKeys().text("rsa2048-a.pkcs8"));
    assertTrue(hints(session.seal(Session.SECRET)).getFirst().contains("private key"));
    session.lay("cert.pem", "<!doctype html><title>Sign in</title>");
    assertTrue(hints(session.seal(Session.SECRET)).getFirst().contains("web page"));
    session.lay("cert.pem", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");
    assertTrue(hints(session.seal(Session.SECRET)).getFirst().contains("LFS"));
  }

  @Test
  @Tag("K-55")
  void a_missing_namespace_can_be_given() {
    Ran ran =
        session.seal(Session.SECRET.replace(", namespace: team-a", ""), "--kubeconfig", "none");
    assertTrue(ran.err().startsWith("error: "), ran.err());
    assertTrue(hints(ran).stream().anyMatch(hint -> hint.contains("-n")), ran.err());
    assertHints(
        session.seal(Session.SECRET.replace(", namespace: team-a", "")),
        "hint: it is document 1, \"creds\"",
        "hint: give one with -n; no kubeconfig has one");
  }

  @Test
  @Tag("K-74")
  void the_newline_of_the_enter_key_is_told_and_kept() {
    String[] raw = {"--cert", "cert.pem", "--raw", "--scope", "cluster-wide"};
    Ran typed = session.watched(Stream.IN).run("s3cret\n", raw);
    assertEquals(
        "(tty detected: expecting a secret to encrypt in stdin)\n"
            + "warning: the value ends with the newline of the Enter key, which is sealed too; end"
            + " the input with Ctrl-D twice, or use --from-file\n",
        typed.err());
    String bare = session.run("s3cret", raw).out();
    assertEquals(
        Base64.getDecoder().decode(bare).length + 1,
        Base64.getDecoder().decode(typed.out()).length);
    assertEquals("", session.run("s3cret\n", raw).err());
    assertEquals(
        "(tty detected: expecting a secret to encrypt in stdin)\n",
        session.watched(Stream.IN).run("s3cret", raw).err());
  }
}
