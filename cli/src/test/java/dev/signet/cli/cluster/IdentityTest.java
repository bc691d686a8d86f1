package dev.signet.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.FakeApiServer.Request;
import dev.signet.cli.vectors.TlsKeys;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K-135")
final class IdentityTest {
  private static final String UNCHECKED = "insecure-skip-tls-verify: true";

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void set_up() {
    bench = new Bench(folder, FakeApiServer.https(TlsKeys.server(), false)).serveAll();
  }

  @AfterEach
  void tear_down() {
    bench.close();
  }

  private String authorization(String user) {
    bench.configure(UNCHECKED, user).controller();
    return bench.sent("Authorization").getLast();
  }

  private String refusal(String user) {
    return bench.configure(UNCHECKED, user).fault().error().replace(folder.toString(), "~");
  }

  @Test
  void a_token_file_goes_before_a_token_since_it_is_renewed() {
    bench.file(".kube/token", " renewed \n");
    assertEquals("Bearer renewed", authorization("token: old, tokenFile: token"));
    assertEquals("Bearer old", authorization("token: old, tokenFile: missing"));
    bench.file(".kube/token", "\n");
    assertEquals("Bearer old", authorization("token: old, tokenFile: token"));
    assertEquals("open ~/.kube/missing: no such file or directory", refusal("tokenFile: missing"));
  }

  @Test
  void a_password_alone_proves_nothing() {
    assertEquals("none", authorization("password: p"));
    assertEquals("Basic w7w6cDpx", authorization("username: ü, password: 'p:q'"));
    bench.file(".kube/token", "t");
    assertEquals(
        "username/password or bearer token may be set, but not both",
        refusal("tokenFile: token, username: a"));
  }

  @Test
  void nobody_goes_on_without() {
    assertEquals("none", authorization(""));
    assertEquals("", bench.err());
  }

  @Test
  void nothing_is_read_or_sent_over_http() {
    try (Bench plain = new Bench(folder, FakeApiServer.http()).serveAll()) {
      plain.configure(
          "",
          "tokenFile: missing, as: bob, exec: {command: missing,"
              + " apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}");
      plain.controller();
      assertEquals(List.of("none"), plain.sent("Authorization"));
      assertEquals(List.of("bob"), plain.sent("Impersonate-User"));
    }
  }

  @Test
  void a_login_in_the_address_counts_over_tls() {
    String address = bench.server.url().replace("://", "://ann:pw@");
    bench.configure(address, UNCHECKED, "").controller();
    assertEquals("Basic YW5uOnB3", bench.sent("Authorization").getLast());
    assertFalse(bench.server.requests().getLast().path().contains("ann"));
  }

  @Test
  void credentials_that_no_header_can_hold_are_refused_without_showing_them() {
    String error = "net/http: invalid header field value for \"Authorization\"";
    assertEquals(error, refusal("token: \"a\\nb\""));
    assertEquals(error, refusal("token: geheimnüs"));
  }

  @Test
  void impersonation_names_all_that_is_asked_for() {
    bench.configure(
        UNCHECKED,
        "token: t, as: bob, as-uid: '7', as-groups: [g, 'h,i'], as-user-extra: {a/b: [x, z]}");
    bench.controller();
    Request request = bench.server.requests().getLast();
    assertEquals("bob", request.header("Impersonate-User").orElseThrow());
    assertEquals("7", request.header("Impersonate-Uid").orElseThrow());
    assertEquals("g, h,i", request.header("Impersonate-Group").orElseThrow());
    assertEquals("x, z", request.header("Impersonate-Extra-a%2Fb").orElseThrow());
    assertEquals(
        "net/http: invalid header field value for \"Impersonate-User\"",
        refusal("token: t, as: jürgen"));
  }

  @Test
  void of_the_built_in_providers_only_oidc_has_a_token() {
    assertEquals("Bearer id", authorization("auth-provider: {name: oidc, config: {id-token: id}}"));
    Fault fault = bench.configure(UNCHECKED, "auth-provider: {name: gcp}").fault();
    assertEquals("no Auth Provider found for name \"gcp\"", fault.error());
    assertEquals(
        List.of("use a credential plugin (exec) in the kubeconfig instead"), fault.hints());
  }
}
