package dev.signet.controller.kube.event;

import static dev.signet.controller.kube.fake.Wait.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.ClientSettings;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.fake.Call;
import dev.signet.controller.kube.fake.FakeApi;
import dev.signet.controller.kube.fake.Lines;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class EventRecorderTest {
  private static final Subject SUBJECT =
      new Subject(
          "bitnami.com/v1alpha1", "SealedSecret", new ObjectKey("team-a", "creds"), "u-1", "42");

  private final FakeApi api = new FakeApi();
  private final Lines lines = new Lines();
  private final EventRecorder recorder =
      new EventRecorder(
          new ApiServer(
              new ConfigBuilder(Config.empty()).withMasterUrl(api.url()).build(),
              ClientSettings.usual("test").withAnswerWithin(Duration.ofMillis(500))),
          () -> Instant.parse("2026-01-02T03:04:05.678Z"),
          Duration.ofMillis(20),
          lines.log());

  @AfterEach
  void stop() {
    recorder.close();
    api.close();
  }

  @Test
  @Tag("C-144")
  void an_event_has_upstreams_shape() {
    recorder.start();
    recorder.record(SUBJECT, Events.Kind.NORMAL, "Unsealed", "SealedSecret unsealed successfully");
    until("the event", () -> !api.objects().isEmpty());
    Call call = api.calls().getFirst();
    assertEquals("POST /api/v1/namespaces/team-a/events", call.method() + " " + call.target());
    String name = call.body().replaceFirst(".*\"(creds\\.[0-9a-f]+)\".*", "$1");
    assertEquals(
        """
        {"apiVersion":"v1","kind":"Event","type":"Normal","reason":"Unsealed",\
        "firstTimestamp":"2026-01-02T03:04:05Z","reportingComponent":"sealed-secrets",\
        "reportingInstance":"","metadata":{"name":"%s","namespace":"team-a"},"involvedObject":\
        {"apiVersion":"bitnami.com/v1alpha1","kind":"SealedSecret","namespace":"team-a",\
        "name":"creds","uid":"u-1","resourceVersion":"42"},"source":{"component":"sealed-secrets"},\
        "count":1,"lastTimestamp":"2026-01-02T03:04:05Z",\
        "message":"SealedSecret unsealed successfully"}"""
            .formatted(name),
        call.body());
  }

  @Test
  @Tag("C-145")
  void a_repeat_is_a_patch_of_the_count() {
    recorder.start();
    for (int i = 0; i < 3; i++) {
      recorder.record(SUBJECT, Events.Kind.WARNING, "ErrUnsealFailed", "no");
    }
    until("three calls", () -> api.calls().size() == 3);
    assertEquals(
        List.of("POST", "PATCH", "PATCH"), api.calls().stream().map(Call::method).toList());
    assertEquals(
        "{\"count\":3,\"lastTimestamp\":\"2026-01-02T03:04:05Z\",\"message\":\"no\"}",
        api.calls().getLast().body());
    assertEquals(
        "application/merge-patch+json", api.calls().getLast().headers().get("content-type"));
    assertEquals(1, api.objects().size());
  }

  @Test
  void an_event_that_the_server_has_dropped_is_made_again() {
    recorder.start();
    recorder.record(SUBJECT, Events.Kind.WARNING, "ErrUnsealFailed", "no");
    until("the event", () -> !api.objects().isEmpty());
    api.objects().keySet().forEach(api::delete);
    recorder.record(SUBJECT, Events.Kind.WARNING, "ErrUnsealFailed", "no");
    until("the event again", () -> !api.objects().isEmpty());
    assertTrue(api.objects().values().iterator().next().contains("\"count\":2"));
  }

  @Test
  @Tag("C-146")
  @Tag("C-200")
  void a_refusal_is_quiet_and_holds_nothing_up() {
    api.fault(100, call -> true, (call, reply) -> reply.status(403, "Forbidden", "no right"));
    recorder.start();
    recorder.record(SUBJECT, Events.Kind.WARNING, "ErrUnsealFailed", "no");
    recorder.record(SUBJECT, Events.Kind.WARNING, "ErrUpdateFailed", "no");
    until("both", () -> api.calls().size() == 2);
    assertEquals(List.of(), lines.containing("level=ERROR"));
    assertEquals(List.of(), lines.containing("level=WARN"));
    api.clearFaults();
    recorder.record(SUBJECT, Events.Kind.WARNING, "ErrUnsealFailed", "no");
    until("the event", () -> !api.objects().isEmpty());
  }

  @Test
  @Tag("C-237")
  void what_may_pass_is_tried_again() {
    api.fault(2, call -> true, (call, reply) -> reply.status(503, "x", "down"));
    recorder.start();
    recorder.record(SUBJECT, Events.Kind.WARNING, "ErrUnsealFailed", "no");
    until("the event", () -> !api.objects().isEmpty());
    assertEquals(3, api.calls().size());
  }

  @Test
  @Tag("C-46")
  void what_waits_at_the_end_is_sent() {
    api.fault(1, call -> true, (call, reply) -> reply.status(503, "x", "down"));
    recorder.start();
    recorder.record(SUBJECT, Events.Kind.WARNING, "ErrUnsealFailed", "one");
    recorder.record(SUBJECT, Events.Kind.WARNING, "ErrUnsealFailed", "two");
    recorder.close();
    assertEquals(2, api.objects().size());
  }

  @Test
  void nobody_waits_for_a_server_that_does_not_answer() {
    api.fault(100, call -> true, (call, reply) -> reply.silence());
    recorder.start();
    long began = System.nanoTime();
    for (int i = 0; i < 5000; i++) {
      recorder.record(SUBJECT, Events.Kind.WARNING, "ErrUnsealFailed", "no " + i);
    }
    assertTrue(System.nanoTime() - began < Duration.ofSeconds(10).toNanos());
  }

  @Test
  @Tag("C-39")
  void the_log_line_is_upstreams() {
    recorder.record(SUBJECT, Events.Kind.NORMAL, "Unsealed", "SealedSecret unsealed successfully");
    assertEquals(
        "time=1970-01-01T00:00:00.000Z level=INFO msg=\"Event(v1.ObjectReference{"
            + "Kind:\\\"SealedSecret\\\", Namespace:\\\"team-a\\\", Name:\\\"creds\\\","
            + " UID:\\\"u-1\\\", APIVersion:\\\"bitnami.com/v1alpha1\\\","
            + " ResourceVersion:\\\"42\\\", FieldPath:\\\"\\\"}): type: 'Normal' reason:"
            + " 'Unsealed' SealedSecret unsealed successfully\"",
        lines.all().getFirst());
  }
}
