package dev.signet.controller.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.fake.Call;
import dev.signet.controller.kube.fake.FakeApi;
import dev.signet.controller.kube.fake.Wait;
import dev.signet.controller.log.Level;
import dev.signet.controller.log.Log;
import dev.signet.controller.metrics.Metrics;
import dev.signet.controller.options.OptionsReader;
import dev.signet.controller.options.OptionsReading;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The parts together, with an API server that keeps no rule: what is wired to what. */
final class ControllerTest {
  private static final Path VECTORS = Path.of(System.getProperty("signet.vectors"), "controller");
  private static final String SEALED = "/apis/bitnami.com/v1alpha1/namespaces/vec/sealedsecrets/";
  private static final String SECRETS = "/api/v1/namespaces/vec/secrets/";
  private static final String KEYS = "/api/v1/namespaces/kube-system/secrets/";

  private final FakeApi api = new FakeApi();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Metrics metrics = new Metrics("test", Metrics.Objects.NAMED);
  private @Nullable Controller controller;

  @AfterEach
  void stop() throws InterruptedException {
    if (controller != null) {
      controller.stop();
    }
    api.close();
  }

  @Test
  @Tag("C-36")
  @Tag("C-69")
  @Tag("C-109")
  @Tag("C-196")
  @Tag("C-198")
  void a_sealed_secret_becomes_a_secret_a_status_an_event_and_a_number() {
    key("key-b");
    api.put(SEALED + "minimal", minimal());
    start();
    Wait.until("the status is written", () -> stored(SEALED + "minimal").contains("\"Synced\""));
    assertTrue(stored(SECRETS + "minimal").contains("\"password\":\"czNjcjN0\""));
    Wait.until(
        "the Event is sent",
        () -> api.objects().keySet().stream().anyMatch(it -> it.contains("/vec/events/minimal.")));
    assertTrue(metrics.page().contains("sealed_secrets_controller_unseal_requests_total 1"));
    assertTrue(metrics.page().contains("signet_controller_sealing_keys 1"));

    assertEquals(Set.of("GET", "POST", "PUT"), methods());
    for (Call list : api.calls(it -> it.path().equals("/api/v1/secrets"))) {
      assertTrue(list.headers().getOrDefault("accept", "").contains("PartialObjectMetadata"));
    }
  }

  private Set<String> methods() {
    return api.calls(it -> !it.path().contains("/events")).stream()
        .map(Call::method)
        .collect(Collectors.toSet());
  }

  @Test
  @Tag("C-37")
  @Tag("C-45")
  void readiness_says_what_is_missing_until_nothing_is() {
    api.fault(
        3,
        it -> it.path().startsWith("/api/v1/namespaces/kube-system/secrets"),
        (call, reply) -> reply.status(403, "Forbidden", "secrets is forbidden: cannot list"));
    key("key-b");
    Controller started = start();
    Wait.until(
        "it says what it may not do",
        () ->
            started
                .trouble()
                .equals(Optional.of("no sealing keys: secrets is forbidden: cannot list")));
    assertEquals(Optional.empty(), started.certificate());
    Wait.until("it is ready", () -> started.trouble().isEmpty());
    assertTrue(started.certificate().orElse("").startsWith("-----BEGIN CERTIFICATE-----"));
    assertTrue(log().contains("cannot read key Secrets, will retry"));
  }

  @Test
  @Tag("C-17")
  @Tag("C-68")
  void a_key_that_appears_opens_what_failed_before() {
    key("key-a");
    api.put(SEALED + "minimal", minimal());
    start();
    Wait.until(
        "it has failed", () -> stored(SEALED + "minimal").contains("no key could decrypt secret"));
    assertFalse(api.objects().containsKey(SECRETS + "minimal"));
    key("key-b");
    Wait.until("the Secret is there", () -> api.objects().containsKey(SECRETS + "minimal"));
  }

  @Test
  @Tag("C-96")
  void a_secret_that_is_deleted_comes_back() {
    key("key-b");
    api.put(SEALED + "minimal", minimal());
    start();
    Wait.until("it is settled", () -> stored(SEALED + "minimal").contains("secretResourceVersion"));
    api.delete(SECRETS + "minimal");
    Wait.until("it is back", () -> api.objects().containsKey(SECRETS + "minimal"));
  }

  @Test
  @Tag("C-18")
  void with_skip_recreate_no_secret_is_watched() {
    key("key-b");
    api.put(SEALED + "minimal", minimal());
    start("--skip-recreate");
    Wait.until("it is made", () -> stored(SEALED + "minimal").contains("\"Synced\""));
    assertEquals(
        List.of(),
        api.calls(
            it ->
                it.isWatch()
                    && it.path().contains("secrets")
                    && !it.path().contains("sealedsecrets")));
  }

  @Test
  @Tag("C-11")
  @Tag("C-38")
  @Tag("C-40")
  @Tag("C-201")
  void of_listed_namespaces_it_says_which_are_not_there() {
    key("key-b");
    api.put("/api/v1/namespaces/kube-system", "{\"metadata\":{\"name\":\"kube-system\"}}");
    start("--additional-namespaces=nope");
    Wait.until(
        "it is said",
        () -> log().contains("level=ERROR msg=\"namespace doesn't exist\" namespace=nope"));
    assertTrue(log().contains("msg=\"Starting informer\" namespace=kube-system"));
    assertFalse(log().contains("exist\" namespace=kube-system"));
    api.put(
        "/apis/bitnami.com/v1alpha1/namespaces/nope/sealedsecrets/minimal",
        minimal().replace("\"vec\"", "\"nope\""));
    Wait.until(
        "it is looked at all the same", () -> log().contains("msg=Updating key=nope/minimal"));
  }

  @Test
  @Tag("C-46")
  void after_the_stop_nothing_is_asked_any_more() throws InterruptedException {
    key("key-b");
    Controller started = start();
    Wait.until("it is ready", () -> started.trouble().isEmpty());
    started.stop();
    Thread.sleep(200);
    int asked = api.calls().size();
    api.put(SEALED + "minimal", minimal());
    started.makeKey();
    Thread.sleep(300);
    assertEquals(asked, api.calls().size());
    assertFalse(log().contains("level=ERROR"), this::log);
    controller = null;
  }

  private Controller start(String... flags) {
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl(api.url()).build();
    OptionsReading reading =
        OptionsReader.read(List.of(flags), Map.of("SEALED_SECRETS_KEY_RENEW_PERIOD", "0"));
    PrintStream out = new PrintStream(written, true, UTF_8);
    Controller started =
        new Controller(
            assertInstanceOf(OptionsReading.Run.class, reading, reading::toString).options(),
            new Place(config, "kube-system"),
            metrics,
            new Log(Log.Format.TEXT, Level.DEBUG, out, out, Clock.systemUTC()));
    started.start();
    controller = started;
    return started;
  }

  private void key(String name) {
    String secret = read("keys/" + name + ".json");
    api.put(KEYS + name, secret);
  }

  private String stored(String path) {
    return api.objects().getOrDefault(path, "");
  }

  private String log() {
    return written.toString(UTF_8);
  }

  /** The recorded one, as JSON. */
  private static String minimal() {
    String yaml = read("01-minimal/input.yaml");
    String sealed = yaml.substring(yaml.indexOf("password: ") + "password: ".length()).strip();
    return """
        {"apiVersion": "bitnami.com/v1alpha1", "kind": "SealedSecret",
         "metadata": {"name": "minimal", "namespace": "vec", "uid": "uid-1", "generation": 1,
                      "resourceVersion": "%%RV"},
         "spec": {"encryptedData": {"password": "%s"}}}
        """
        .formatted(sealed)
        .replace("\n", " ");
  }

  private static String read(String file) {
    try {
      return Files.readString(VECTORS.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
