package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.ClientSettings;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Reach;
import dev.signet.controller.kube.fake.FakeApi;
import dev.signet.controller.kube.fake.Lines;
import dev.signet.controller.queue.Backoff;
import dev.signet.crds.SealedSecret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API, informers on it, and what they told. */
final class Watched implements AutoCloseable {
  static final String SEALED = "/apis/bitnami.com/v1alpha1/namespaces/%s/sealedsecrets/%s";
  static final String SECRET = "/api/v1/namespaces/%s/secrets/%s";

  /** Quick, so that silence of a second is long. */
  static final WatchTiming QUICK =
      new WatchTiming(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          Duration.ofMillis(100),
          new WatchTiming.Pauses(
              new Backoff(Duration.ofMillis(10), Duration.ofMillis(100)),
              new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)),
              Duration.ofSeconds(1),
              Duration.ofMinutes(1)));

  final FakeApi api = new FakeApi();
  final Lines lines = new Lines();
  final List<String> told = new CopyOnWriteArrayList<>();
  final Informers informers;

  Watched() {
    this(QUICK);
  }

  Watched(WatchTiming timing) {
    informers = new Informers(server(api.url()), timing, new Random(7), lines.log());
  }

  static ApiServer server(String url) {
    return server(url, Duration.ofSeconds(2));
  }

  static ApiServer server(String url, Duration page) {
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl(url).build();
    return new ApiServer(
        config,
        ClientSettings.usual("test").withAnswerWithin(Duration.ofMillis(500)).withPageWithin(page));
  }

  /** Notes each change as {@code NEWS team-a/creds: 101 -> 102}. */
  <T> void note(Change<T> change, Version<T> version) {
    told.add(
        "%s %s: %s -> %s"
            .formatted(
                change.origin(),
                change.key(),
                change.before() == null ? "none" : version.of(change.before()),
                change.after() == null ? "none" : version.of(change.after())));
  }

  @FunctionalInterface
  interface Version<T> {
    String of(T value);
  }

  Informer<SealedSecret> everywhere() {
    return informers.sealedSecrets(
        new Reach.Everywhere(), "", change -> note(change, SealedSecret::resourceVersion));
  }

  Informer<SealedSecret> namespaces(String... names) {
    return informers.sealedSecrets(
        new Reach.Namespaces(List.of(names)),
        "",
        change -> note(change, SealedSecret::resourceVersion));
  }

  long seal(String namespace, String name) {
    return api.put(
        SEALED.formatted(namespace, name),
        """
        {"metadata":{"namespace":"%s","name":"%s","uid":"u-%s","resourceVersion":"%%RV"},\
        "spec":{"encryptedData":{"k":"v"}}}"""
            .formatted(namespace, name, name));
  }

  long secret(String namespace, String name) {
    return api.put(
        SECRET.formatted(namespace, name),
        "{\"metadata\":{\"namespace\":\"%s\",\"name\":\"%s\",\"resourceVersion\":\"%%RV\"}}"
            .formatted(namespace, name));
  }

  static ObjectKey key(String namespace, String name) {
    return new ObjectKey(namespace, name);
  }

  @Override
  public void close() {
    api.close();
  }
}
