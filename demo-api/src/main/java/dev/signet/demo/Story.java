package dev.signet.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The steps, in the order in which a person would take them. */
final class Story {
  private static final String NAME = "db-credentials";
  private final Cluster cluster;
  private final String namespace;
  private final Shell shell;
  private final Screen screen;

  Story(Cluster cluster, String namespace, Shell shell, Screen screen) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.shell = shell;
    this.screen = screen;
  }

  void tell(Path folder, URI certificate) throws DemoException, IOException, InterruptedException {
    screen.heading("1. Fetch the cluster's public certificate, once. It is no secret.");
    shell.run("kubeseal --fetch-cert --cert %s >../cert.pem".formatted(certificate));

    screen.heading("2. Seal a Secret offline. The plaintext stays outside the repository.");
    Files.writeString(folder.resolve("secret.yaml"), manifest());
    shell.run("cat ../secret.yaml");
    shell.run("kubeseal --cert ../cert.pem -f ../secret.yaml -w sealed.yaml");

    screen.heading("3. Commit it. Only the cluster can open what Git now holds.");
    shell.run("cat sealed.yaml");
    shell.run("git add sealed.yaml && git commit -q -m 'Add the database credentials, sealed'");

    screen.heading("4. The sync loop applies the commit, the controller unseals it.");
    Secret secret =
        Cluster.await(
            "Secret " + NAME, Duration.ofSeconds(30), () -> cluster.secret(namespace, NAME));
    GenericKubernetesResource status =
        Cluster.await(
            "the status of SealedSecret " + NAME,
            Duration.ofSeconds(30),
            () -> cluster.sealedSecret(namespace, NAME).filter(Story::hasStatus));
    screen.say("  SealedSecret %s/%s, status:".formatted(namespace, NAME));
    screen.show(yaml(requireNonNull(status.getAdditionalProperties().get("status"))));
    screen.say("  Secret %s/%s, decoded:".formatted(namespace, NAME));
    screen.show(decoded(secret));
  }

  private String manifest() {
    return """
    apiVersion: v1
    kind: Secret
    metadata:
      name: %s
      namespace: %s
    stringData:
      username: shop
      password: correct horse battery staple
    """
        .formatted(NAME, namespace);
  }

  private static boolean hasStatus(GenericKubernetesResource object) {
    return object.getAdditionalProperties().containsKey("status");
  }

  private static List<String> yaml(Object value) {
    return Serialization.asYaml(value).lines().filter(line -> !line.equals("---")).toList();
  }

  private static List<String> decoded(Secret secret) {
    List<String> lines = new ArrayList<>();
    Optional.ofNullable(secret.getData())
        .ifPresent(
            data ->
                data.forEach(
                    (key, value) ->
                        lines.add(
                            key + ": " + new String(Base64.getDecoder().decode(value), UTF_8))));
    return lines;
  }
}
