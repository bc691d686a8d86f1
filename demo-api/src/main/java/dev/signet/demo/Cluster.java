package dev.signet.demo;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The cluster of the story, embedded or real, as its reader's own tools would see it. */
final class Cluster implements AutoCloseable {
  private static final ResourceDefinitionContext SEALED_SECRETS =
      new ResourceDefinitionContext.Builder()
          .withGroup("bitnami.com")
          .withVersion("v1alpha1")
          .withKind("SealedSecret")
          .withPlural("sealedsecrets")
          .withNamespaced(true)
          .build();

  private final KubernetesClient client;

  Cluster(Config config) {
    config.setRequestTimeout(10_000);
    config.setConnectionTimeout(5_000);
    config.setRequestRetryBackoffLimit(0);
    config.setHttp2Disable(true);
    client =
        new KubernetesClientBuilder()
            .withConfig(config)
            .withHttpClientFactory(new JdkHttpClientFactory())
            .build();
  }

  String address() {
    return client.getMasterUrl().toString();
  }

  /**
   * Waits until the API answers.
   *
   * @throws DemoException after five seconds without an answer
   */
  void await() throws DemoException, InterruptedException {
    await("an answer from " + address(), Duration.ofSeconds(5), () -> answers());
  }

  private Optional<Boolean> answers() {
    try {
      client.secrets().inNamespace("default").withName("none").get();
      return Optional.of(true);
    } catch (KubernetesClientException notYet) {
      return notYet.getCode() >= 400 ? Optional.of(true) : Optional.empty();
    }
  }

  boolean has(HasMetadata object) {
    return client.resource(object).get() != null;
  }

  /** The objects of a manifest. */
  List<HasMetadata> parse(byte[] manifest) {
    return client.load(new ByteArrayInputStream(manifest)).items();
  }

  /** Creates the object or puts it in the place of the one that is there. */
  void apply(HasMetadata object) {
    Resource<HasMetadata> resource = client.resource(object);
    HasMetadata existing = resource.get();
    if (existing == null) {
      resource.create();
    } else {
      object.getMetadata().setResourceVersion(existing.getMetadata().getResourceVersion());
      client.resource(object).update();
    }
  }

  void delete(HasMetadata object) {
    client.resource(object).delete();
  }

  void createNamespace(String name) {
    apply(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build());
  }

  void deleteNamespace(String name) {
    client.namespaces().withName(name).delete();
  }

  Optional<Secret> secret(String namespace, String name) {
    return Optional.ofNullable(client.secrets().inNamespace(namespace).withName(name).get());
  }

  Optional<GenericKubernetesResource> sealedSecret(String namespace, String name) {
    return Optional.ofNullable(
        client
            .genericKubernetesResources(SEALED_SECRETS)
            .inNamespace(namespace)
            .withName(name)
            .get());
  }

  /**
   * Polls until there is a value.
   *
   * @throws DemoException once the limit is over
   */
  static <T> T await(String what, Duration limit, Supplier<Optional<T>> poll)
      throws DemoException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> value = poll.get();
      if (value.isPresent()) {
        return value.get();
      }
      Thread.sleep(100);
    }
    throw new DemoException("waited %d s for %s".formatted(limit.toSeconds(), what));
  }

  @Override
  public void close() {
    client.close();
  }
}
