package dev.signet.cli.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.Session;
import dev.signet.cli.options.Examples;
import dev.signet.cli.options.Examples.Example;
import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.FakeApiServer.Reply;
import dev.signet.cli.vectors.FakeApiServer.Route;
import dev.signet.cli.vectors.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the help shows is typed as it stands, one line after the other, in one folder. */
@Tag("K-14")
final class ExamplesIT {
  private static final String SERVICES = "/api/v1/namespaces/kube-system/services/";
  private static final String PROXY = SERVICES + "http:sealed-secrets-controller:http/proxy/v1/";

  @TempDir Path folder;

  @Test
  void every_example_of_the_help_works() throws Exception {
    TestKeys keys = new TestKeys();
    Shell shell = Shell.in(folder);
    shell.lay("more.yaml", Session.SECRET.replace("password", "user"));
    String rotated =
        shell.out("sed 's/{password/{user: ann, password/' secret.yaml | kubeseal --cert cert.pem");
    shell.out("mv key.pem keys.yaml; rm cert.pem");
    try (FakeApiServer server = FakeApiServer.http()) {
      server.serve(
          List.of(
              Route.get(
                  SERVICES + "sealed-secrets-controller",
                  Reply.json(
                      200,
                      "{\"kind\": \"Service\", \"apiVersion\": \"v1\", \"spec\": {\"ports\": [{\"name\": \"http\"}]}}")),
              Route.get(PROXY + "cert.pem", Reply.ok(keys.text("rsa2048-a.crt"))),
              Route.post(PROXY + "rotate", Reply.json(200, rotated))));
      Files.createDirectory(folder.resolve(".kube"));
      shell.lay(
          ".kube/config",
          """
          current-context: x
          contexts: [{name: x, context: {cluster: c}}]
          clusters: [{name: c, cluster: {server: "%s"}}]
          """
              .formatted(server.url()));
      String help = shell.out("kubeseal --help");
      for (Example example : Examples.ALL) {
        assertTrue(help.contains("\n  " + example.line() + "\n"), example.line());
        String out = shell.out("set -o pipefail; export PASSWORD=s3cret; " + example.line());
        System.out.printf("example: %s: works%n", example.line());
        assertFalse(out.contains("error"), out);
      }
      assertEquals(1, server.requests().stream().filter(it -> it.method().equals("POST")).count());
    }
    assertEquals(keys.text("rsa2048-a.crt"), shell.text("cert.pem"));
    assertTrue(shell.text("sealed.yaml").startsWith("---\napiVersion: bitnami.com/v1alpha1\n"));
  }
}
