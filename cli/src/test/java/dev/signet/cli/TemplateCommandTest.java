package dev.signet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.Session.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kubeseal template}: findings stand where an editor finds them. */
final class TemplateCommandTest {
  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void set_up() {
    session = Session.in(folder);
  }

  private static String sealed(String data) {
    return """
    apiVersion: bitnami.com/v1alpha1
    kind: SealedSecret
    metadata:
      name: db
      namespace: team-a
    spec:
      encryptedData:
        user: AgA=
        password: AgA=
      template:
        data:
    """
        + data.indent(6);
  }

  private Ran check(String file) {
    session.lay("sealed.yaml", file);
    return session.run("", "template", "check", "-f", "sealed.yaml");
  }

  private void assertFinds(String wanted, String file) {
    Ran ran = check(file);
    assertEquals(wanted, ran.out());
    assertEquals("", ran.err());
    assertEquals(3, ran.exit());
  }

  @Test
  void nothing_is_said_of_templates_that_are_right() {
    Ran ran = check(sealed("url: 'postgres://{{ .user }}:{{ .password | urlquery }}@db'"));
    assertEquals(new Ran(0, "", ""), ran);
  }

  @Test
  void a_function_that_does_not_exist_is_found_in_a_plain_scalar() {
    assertFinds(
        "sealed.yaml:12:15: team-a/db: key \"a\": function \"toYaml\" not defined\n",
        sealed("a: x {{ toYaml .user }}"));
  }

  @Test
  void all_of_them_are_found_line_by_line_in_a_block() {
    assertFinds(
        """
        sealed.yaml:14:13: team-a/db: key "a": function "include" not defined
        sealed.yaml:15:14: team-a/db: key "a": nothing provides the key "host"
        sealed.yaml:15:30: team-a/db: key "a": function "lookup" not defined
        """,
        sealed("a: |\n  first\n   {{ include \"x\" }}\n  h={{ .host }}:{{ 1 | lookup }}"));
  }

  @Test
  void a_folded_block_and_quotes_with_escapes_are_followed_too() {
    assertFinds(
        "sealed.yaml:14:12: team-a/db: key \"a\": nothing provides the key \"x\"\n",
        sealed("a: >-\n  one\n  {{ .x }}"));
    assertFinds(
        "sealed.yaml:12:24: team-a/db: key \"a\": nothing provides the key \"x\"\n",
        sealed("a: \"\\u00fc\\n\\\"{{ .x }}\""));
    assertFinds(
        "sealed.yaml:12:20: team-a/db: key \"a\": nothing provides the key \"x\"\n",
        sealed("a: 'it''s {{ .x }}'"));
  }

  @Test
  void what_cannot_be_parsed_is_told_by_line() {
    assertFinds(
        "sealed.yaml:14:9: team-a/db: key \"a\": unclosed action\n",
        sealed("a: |\n  one\n  {{ .user"));
  }

  @Test
  void keys_are_known_only_where_the_dot_is_the_input() {
    assertEquals(
        0,
        check(
                sealed(
                    "a: '{{ range list 1 }}{{ .x }}{{ end }}{{ with .user }}{{ .y }}{{ end }}"
                        + "{{ define \"d\" }}{{ .z }}{{ end }}{{ .b }}{{ index . \"a\" }}'\nb: x"))
            .exit());
    assertFinds(
        """
        sealed.yaml:12:33: team-a/db: key "a": nothing provides the key "x"
        sealed.yaml:12:58: team-a/db: key "a": nothing provides the key "y"
        """,
        sealed("a: '{{ range list 1 }}{{ $.x }}{{ end }}{{ index . \"y\" }}'"));
  }

  @Test
  void all_documents_and_lists_are_looked_through_also_in_json() {
    String other = sealed("b: '{{ .x }}'");
    assertEquals(3, check("kind: Secret\n---\n" + other).exit());
    Ran ran =
        check(
            """
            {"kind": "List", "items": [{"kind": "ConfigMap"}, {"kind": "SealedSecret",
             "metadata": {"name": "j"}, "spec": {"template": {"data": {
               "k": "a\\n{{ nope }}"}}}}]}
            """);
    assertEquals("sealed.yaml:3:16: j: key \"k\": function \"nope\" not defined\n", ran.out());
    assertEquals(3, ran.exit());
  }

  @Test
  void an_input_without_sealed_secrets_is_no_clean_one() {
    assertEquals("error: no SealedSecret in the input\n", check("kind: Secret\n").err());
    assertEquals(1, check("kind: Secret\n").exit());
    Ran broken = check("a: [\n");
    assertEquals(1, broken.exit());
    assertTrue(broken.err().startsWith("error: sealed.yaml:"), broken.err());
    Ran absent = session.run("", "template", "check", "-f", "none.yaml");
    assertEquals(1, absent.exit());
  }

  @Test
  void dummy_values_show_what_templates_make() {
    Ran ran =
        session.run(
            sealed("url: '{{ .user }}:{{ .password | upper }}'\npassword: null"),
            "template",
            "render",
            "--set",
            "password=x=y");
    assertEquals("", ran.err());
    assertEquals(
        """
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: db
          namespace: team-a
        stringData:
          url: dummy-user:X=Y
          user: dummy-user
        """,
        ran.out());
    assertEquals(0, ran.exit());
  }

  @Test
  void a_template_that_fails_with_dummy_values_is_a_finding() {
    Ran ran = session.run(sealed("a: '{{ .user.x }}'"), "template", "render");
    assertEquals(
        "stdin:12:19: team-a/db: key \"a\": can't evaluate field x in type string\n", ran.out());
    assertEquals(3, ran.exit());
  }

  @Test
  void a_value_for_an_item_that_is_not_there_is_refused() {
    Ran ran = session.run(sealed("a: x"), "template", "render", "--set", "pasword=x");
    assertEquals(1, ran.exit());
    assertTrue(ran.err().startsWith("error: no item \"pasword\" in the input\n"), ran.err());
  }

  @Test
  void the_command_line_of_its_own_is_checked() {
    for (String line :
        new String[] {
          "", "verify", "check --set a=b", "check x", "render --set a", "check --cert c"
        }) {
      String[] arguments = ("template " + line).strip().split(" ");
      Ran ran = session.run("", arguments);
      assertEquals(2, ran.exit(), line);
      assertEquals("", ran.out());
    }
    assertTrue(session.run("", "template", "--help").out().contains("template check"));
  }

  @Test
  void the_word_counts_only_where_it_comes_first() {
    Ran ran = session.seal(Session.SECRET, "template", "check");
    assertEquals(0, ran.exit());
    assertTrue(ran.out().contains("SealedSecret"), ran.out());
  }
}
