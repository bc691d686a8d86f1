package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Cluster;
import dev.signet.e2e.cluster.Command;
import dev.signet.e2e.cluster.Command.Ran;
import dev.signet.e2e.cluster.Kubeseal;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.cluster.Testbed;
import dev.signet.e2e.cluster.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the pages on installing, keys and closed networks let their readers type is typed. */
final class PagesIT {
  @RegisterExtension static final Signet signet = Signet.asInstalled();

  /** These build, start containers or wait for Pods, of which a testbed has none. */
  private static final List<String> NOT_HERE = List.of("./mvnw ", "ctr ", "kubectl rollout ");

  private static final String OURS =
      "kubectl get -n kube-system -o name deployment,service,serviceaccount,role,rolebinding"
          + " | grep sealed || true; kubectl get -o name clusterrole,clusterrolebinding"
          + " | grep -e /secrets-unsealer$ -e /sealed-secrets-controller$ || true";

  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    Files.createSymbolicLink(folder.resolve("deploy"), Cluster.ROOT.resolve("deploy"));
    String config = signet.cluster().kubectl("config", "view", "--raw", "--minify", "--flatten");
    Files.writeString(folder.resolve("kubeconfig"), config);
  }

  @Test
  void an_installation_by_manifests_comes_and_goes_as_the_page_says() {
    if (Testbed.current().isEmpty()) {
      System.out.println("kube-system is not ours: 0 lines of install.md were run");
      return;
    }
    Page page = Page.of("install.md");
    Map<String, String> words = Map.of("REGISTRY/PATH:TAG", "registry.example/signet:1");
    type(page.commands(""), Map.of());
    type(page.commands("Manifests"), words);
    type(page.commands("In place of the original").subList(0, 2), words);
    assertTrue(type("kubectl get -n kube-system deployments -o wide").contains("example/signet:1"));
    type(page.commands("Uninstall").subList(1, 3), Map.of());
    assertEquals("", type(OURS));
    assertTrue(type("kubectl get crd -o name").contains("sealedsecrets.bitnami.com"));
    type(page.commands("One namespace"), Map.of());
    assertTrue(type("kubectl get -n team-a deployments").contains("sealed-secrets-controller"));
    type("kubectl delete namespace team-a --wait=false");
  }

  @Test
  void a_release_of_the_chart_comes_and_goes_as_the_page_says() throws IOException {
    if (Testbed.current().isEmpty()) {
      System.out.println("kube-system is not ours: 0 lines of install.md were run");
      return;
    }
    Path values = Cluster.ROOT.resolve("deploy/helm/values/upstream-gitops-kube-system.yaml");
    Files.copy(values, folder.resolve("YOUR-VALUES.yaml"));
    Map<String, String> words =
        Map.of(
            "REGISTRY", "registry.example",
            "=PATH", "=team/signet",
            "=TAG", "=1",
            "RELEASE", "sealed-secrets",
            "NAMESPACE", "kube-system");
    Page page = Page.of("install.md");
    type(page.commands("Helm"), words);
    type(page.commands("In place of the original").subList(2, 3), words);
    String deployments = type("kubectl get -n kube-system deployments -o wide");
    assertTrue(deployments.contains("registry.example/team/signet:1"), deployments);
    type(page.commands("Uninstall").subList(0, 1), words);
    assertEquals("", type(OURS));
  }

  @Test
  void keys_are_kept_brought_back_added_and_taken_out_of_use_as_the_page_says() {
    Page page = Page.of("keys.md");
    Map<String, String> words =
        Map.of("kube-system", signet.installation().own().name(), "NAME", "my-key");
    type(page.commands("Backup"), words);
    signet
        .installation()
        .own()
        .kubectl("delete", "secret", "-l", "sealedsecrets.bitnami.com/sealed-secrets-key");
    awaitKeys(0);
    type(page.commands("Restore"), words);
    awaitKeys(1);
    type(page.commands("A key of your own"), words);
    awaitKeys(2);
    type(page.commands("When a key leaks"), words);
    awaitKeys(1);
  }

  @Test
  void a_certificate_is_carried_out_as_the_page_says() throws IOException {
    Files.writeString(folder.resolve("cert.pem"), signet.controller().get("/v1/cert.pem"));
    String shown = type(Page.of("air-gapped.md").commands("").getFirst());
    assertTrue(shown.contains("Fingerprint=") && shown.contains("notAfter="), shown);
  }

  private static void awaitKeys(int count) {
    Await.until(
        count + " keys serve",
        Duration.ofSeconds(60),
        () -> signet.controller().metrics(),
        it -> it.contains("\nsignet_controller_sealing_keys " + count + "\n"));
  }

  private void type(List<String> commands, Map<String, String> words) {
    for (String command : commands) {
      if (NOT_HERE.stream().noneMatch(command::startsWith)) {
        String typed = command;
        for (Map.Entry<String, String> word : words.entrySet()) {
          typed = typed.replace(word.getKey(), word.getValue());
        }
        type(typed);
      }
    }
  }

  private String type(String command) {
    String path = Path.of(Kubeseal.program()).getParent() + ":" + Tool.folder();
    Ran ran =
        Command.of("bash", "-euo", "pipefail", "-c", command)
            .in(folder)
            .with("PATH", path + ":" + System.getenv("PATH"))
            .with("KUBECONFIG", folder.resolve("kubeconfig").toString())
            .run();
    assertEquals(0, ran.exit(), () -> command + ": " + ran.out() + ran.err());
    return ran.out();
  }
}
