package dev.signet.cli.cluster;

import static dev.signet.cli.cluster.Bench.PROXY;
import static dev.signet.cli.cluster.Bench.SERVICE;
import static dev.signet.cli.cluster.Bench.SERVICE_JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.Session;
import dev.signet.cli.Session.Ran;
import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.FakeApiServer.Reply;
import dev.signet.cli.vectors.FakeApiServer.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The controller is asked for every document, whatever came of those before. */
final class AllAskedTest {
  private static final Reply CONFLICT = Reply.of(409, Map.of(), "");

  @TempDir private Path folder;
  private Bench bench;
  private Session session;

  @BeforeEach
  void set_up() {
    bench = new Bench(folder, FakeApiServer.http());
    bench.serve(Route.get(SERVICE, Reply.json(200, SERVICE_JSON)));
    session = Session.in(folder);
  }

  @AfterEach
  void tear_down() {
    bench.close();
  }

  private static String sealed(String name) {
    return """
        ---
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata: {name: %s, namespace: team-a}
        spec: {encryptedData: {a: AgA=}}
        """
        .formatted(name);
  }

  private static List<String> errors(Ran ran) {
    assertEquals(1, ran.exit());
    return ran.err().lines().filter(it -> it.startsWith("error: ")).toList();
  }

  private static List<String> toldDocuments(Ran ran) {
    return ran.err().lines().filter(it -> it.startsWith("hint: it is document ")).toList();
  }

  @Test
  @Tag("K-142")
  void validating_names_also_what_stands_beside_a_broken_document() {
    bench.serve(Route.post(PROXY + "/v1/verify", CONFLICT));
    List<String> errors =
        errors(session.run(sealed("one") + "---\na: [\n" + sealed("two"), "--validate"));
    assertEquals(3, errors.size(), errors.toString());
    assertTrue(errors.getFirst().startsWith("error: cannot read document 2: "), errors.getFirst());
    assertEquals(
        List.of(
            "error: unable to decrypt sealed secret: one",
            "error: unable to decrypt sealed secret: two"),
        errors.subList(1, 3));
  }

  @Test
  @Tag("K-143")
  void re_encrypting_names_all_and_prints_what_came_before_the_first() {
    rotates("one", 1);
    bench.serve(Route.post(PROXY + "/v1/rotate", CONFLICT).times(1));
    rotates("three", 1);
    bench.serve(Route.post(PROXY + "/v1/rotate", CONFLICT));
    Ran ran = session.run(four(), "--re-encrypt", "-o", "yaml");
    assertEquals(2, errors(ran).size(), ran.err());
    assertEquals(
        List.of("hint: it is document 2, \"two\"", "hint: it is document 4, \"four\""),
        toldDocuments(ran));
    assertTrue(ran.out().contains("name: one\n"), ran.out());
    assertTrue(!ran.out().contains("name: three\n"), ran.out());
  }

  @Test
  @Tag("K-144")
  void re_encrypting_a_file_names_all_and_leaves_it() {
    bench.serve(Route.post(PROXY + "/v1/rotate", CONFLICT).times(1));
    rotates("two", 2);
    bench.serve(Route.post(PROXY + "/v1/rotate", CONFLICT));
    session.lay("in.yaml", four());
    Ran ran = session.run("", "--re-encrypt", "-f", "in.yaml");
    assertEquals(2, errors(ran).size(), ran.err());
    assertEquals(
        List.of("hint: it is document 1, \"one\"", "hint: it is document 4, \"four\""),
        toldDocuments(ran));
    assertEquals(four(), session.text("in.yaml"));
  }

  @Test
  @Tag("K-145")
  void re_encrypting_names_also_what_stands_beside_a_broken_document() {
    bench.serve(Route.post(PROXY + "/v1/rotate", CONFLICT));
    Ran ran = session.run(sealed("one") + "---\na: [\n" + sealed("two"), "--re-encrypt");
    assertEquals(3, errors(ran).size(), ran.err());
    assertEquals("", ran.out());
  }

  @Test
  @Tag("K-143")
  void an_unknown_format_is_told_once() {
    rotates("one", 4);
    Ran ran = session.run(four(), "--re-encrypt", "-o", "xml");
    assertEquals(List.of("error: unsupported output format: xml"), errors(ran));
  }

  private static String four() {
    return sealed("one") + sealed("two") + sealed("three") + sealed("four");
  }

  private void rotates(String name, int times) {
    Reply reply =
        Reply.json(
            200,
            """
            {"kind": "SealedSecret", "apiVersion": "bitnami.com/v1alpha1",
             "metadata": {"name": "%s", "namespace": "team-a"},
             "spec": {"encryptedData": {"a": "TkVX"}}}
            """
                .formatted(name));
    bench.serve(Route.post(PROXY + "/v1/rotate", reply).times(times));
  }
}
