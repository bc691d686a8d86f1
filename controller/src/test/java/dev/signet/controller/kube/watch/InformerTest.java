package dev.signet.controller.kube.watch;

import static dev.signet.controller.kube.fake.Wait.until;
import static dev.signet.controller.kube.watch.Watched.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.Reach;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.fake.Call;
import dev.signet.controller.kube.fake.FakeApi.Breakage;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.SpecReading;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class InformerTest {
  private Watched watched;
  private Informer<SealedSecret> informer;

  @BeforeEach
  void start() {
    watched = new Watched();
    informer = everywhere();
  }

  @AfterEach
  void stop() {
    informer.close();
    watched.close();
  }

  @Test
  void what_is_there_is_backlog_and_what_happens_is_news() {
    long one = watched.seal("a", "one");
    informer.start();
    until("the list", informer::isSynced);
    long two = watched.seal("a", "two");
    watched.seal("b", "three");
    long later = watched.seal("a", "two");
    watched.api.delete(Watched.SEALED.formatted("b", "three"));
    until("five changes", () -> watched.told.size() == 5);
    assertEquals(
        List.of(
            "BACKLOG a/one: none -> " + one,
            "NEWS a/two: none -> " + two,
            "NEWS b/three: none -> " + (two + 1),
            "NEWS a/two: " + two + " -> " + later,
            "NEWS b/three: " + (two + 1) + " -> none"),
        watched.told);
    assertEquals(2, informer.all().size());
    assertTrue(informer.get(key("a", "two")).isPresent());
    assertTrue(informer.get(key("b", "three")).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Breakage.class)
  void whatever_ends_a_watch_nothing_is_missed(Breakage how) {
    watched.seal("a", "one");
    informer.start();
    until("the list", informer::isSynced);
    watched.seal("a", "before");
    until("the watch", () -> watched.told.size() == 2);
    watched.api.breakWatches(how);
    watched.seal("a", "after");
    watched.api.delete(Watched.SEALED.formatted("a", "one"));
    until("the rest", () -> informer.get(key("a", "one")).isEmpty());
    until("the rest", () -> informer.get(key("a", "after")).isPresent());
    assertEquals(4, watched.told.size(), watched.told.toString());
  }

  @Test
  @Tag("C-97")
  void what_was_deleted_while_nobody_looked_is_told() {
    watched.seal("a", "one");
    watched.seal("a", "two");
    informer.start();
    until("the watch", () -> watched.api.openWatches() > 0);
    watched.api.fault(1000, Call::isWatch, (call, reply) -> reply.cut());
    watched.api.breakWatches(Breakage.CUT);
    watched.api.delete(Watched.SEALED.formatted("a", "one"));
    long newTwo = watched.seal("a", "two");
    watched.api.forgetHistory();
    watched.api.clearFaults();
    until("both", () -> watched.told.size() == 4);
    assertTrue(watched.told.contains("NEWS a/one: 101 -> none"), watched.told.toString());
    assertTrue(watched.told.contains("NEWS a/two: 102 -> " + newTwo), watched.told.toString());
  }

  @Test
  @Tag("C-182")
  void an_object_that_a_typed_client_cannot_read_stops_no_other() {
    watched.api.put(
        Watched.SEALED.formatted("a", "poison"),
        """
        {"metadata":{"namespace":"a","name":"poison","resourceVersion":"%RV"},"spec":\
        {"encryptedData":{},"template":{"metadata":{"creationTimestamp":"garbage"}}}}""");
    watched.api.put(
        Watched.SEALED.formatted("a", "deep"),
        "{\"metadata\":{\"namespace\":\"a\",\"name\":\"deep\",\"resourceVersion\":\"%RV\"},"
            + "\"spec\":{\"encryptedData\":{\"k\":\"v\"},\"template\":{\"metadata\":{\"x\":"
            + "[".repeat(9000)
            + "]".repeat(9000)
            + "}}}}");
    watched.api.put(
        Watched.SEALED.formatted("a", "wide"),
        "{\"metadata\":{\"namespace\":\"a\",\"name\":\"wide\",\"resourceVersion\":\"%RV\"},"
            + "\"spec\":{\"encryptedData\":{\"k\":\"v\"},\"template\":{\"metadata\":{\""
            + "n".repeat(200_000)
            + "\":"
            + "9".repeat(5000)
            + "}}}}");
    watched.seal("a", "good");
    informer.start();
    until("the list", informer::isSynced);
    assertEquals(4, informer.all().size());
    assertEquals(
        new SpecReading.Malformed(
            "spec.template.metadata.creationTimestamp", "a time such as 2006-01-02T15:04:05Z"),
        informer.get(key("a", "poison")).orElseThrow().spec());
    assertTrue(informer.get(key("a", "deep")).orElseThrow().spec() instanceof SpecReading.Read);
    assertTrue(informer.get(key("a", "wide")).orElseThrow().spec() instanceof SpecReading.Read);
    watched.api.put(
        Watched.SEALED.formatted("a", "poison-2"),
        """
        {"metadata":{"namespace":"a","name":"poison-2","resourceVersion":"%RV"},"spec":\
        {"encryptedData":7,"template":[]}}""");
    watched.seal("a", "good-2");
    until("the watch", () -> informer.get(key("a", "good-2")).isPresent());
    assertTrue(informer.get(key("a", "poison-2")).isPresent());
  }

  @Test
  void an_item_that_is_no_object_is_passed_over() {
    watched.seal("a", "good");
    watched.api.fault(
        1,
        Call::isList,
        (call, reply) ->
            reply.json(
                200,
                """
                {"items":[7,"x",null,[],{"metadata":"none"},{"metadata":{"namespace":"a",\
                "name":"good","resourceVersion":"101"}}],\
                "metadata":{"resourceVersion":"101"}}"""));
    informer.start();
    until("the list", informer::isSynced);
    assertTrue(informer.get(key("a", "good")).isPresent());
  }

  @Test
  @Tag("C-44")
  void without_the_definition_it_says_what_to_install_once_and_goes_on_by_itself() {
    watched.api.fault(
        4,
        Call::isList,
        (call, reply) ->
            reply.status(404, "NotFound", "the server could not find the requested resource"));
    watched.seal("a", "one");
    informer.start();
    until("the complaint", () -> informer.trouble().isPresent());
    assertFalse(informer.isSynced());
    assertEquals(
        "cannot watch sealedsecrets.bitnami.com: the server could not find the requested resource",
        informer.trouble().orElseThrow());
    until("the list", informer::isSynced);
    assertTrue(informer.trouble().isEmpty());
    List<String> lines = watched.lines.containing("level=ERROR");
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(
        lines
            .getFirst()
            .contains("install the CustomResourceDefinition sealedsecrets.bitnami.com"));
  }

  @Test
  @Tag("C-11")
  void a_namespace_that_is_refused_stops_no_other_and_is_said_once() {
    watched.api.fault(
        1_000,
        call -> call.path().contains("/namespaces/closed/"),
        (call, reply) -> reply.status(403, "Forbidden", "no right in closed"));
    watched.seal("open", "one");
    watched.seal("closed", "two");
    informer.close();
    informer = namespaces("open", "closed", "not-yet");
    informer.start();
    until("the lists", informer::isSynced);
    until("the open one", () -> informer.get(key("open", "one")).isPresent());
    until("tries", () -> watched.api.calls(it -> it.path().contains("/closed/")).size() > 3);
    assertEquals(1, watched.lines.containing("no right in closed").size());
    assertTrue(
        watched
            .lines
            .containing("no right in closed")
            .getFirst()
            .contains("grant get, list and watch on sealedsecrets.bitnami.com in namespace"));
    watched.api.clearFaults();
    until("the right", () -> informer.get(key("closed", "two")).isPresent());
    watched.seal("not-yet", "three");
    until("the new namespace", () -> informer.get(key("not-yet", "three")).isPresent());
  }

  @Test
  @Tag("C-11")
  void hundreds_of_namespaces_are_started_together() {
    String[] names = new String[300];
    for (int i = 0; i < names.length; i++) {
      names[i] = "ns-" + i;
      watched.seal(names[i], "one");
    }
    informer.close();
    informer = namespaces(names);
    informer.start();
    until("all of them", () -> informer.all().size() == names.length);
    assertTrue(informer.isSynced());
  }

  @Test
  void errors_of_the_server_are_waited_out() {
    watched.api.fault(2, Call::isList, (call, reply) -> reply.status(500, "InternalError", "etcd"));
    watched.api.fault(1, Call::isList, (call, reply) -> reply.json(502, "<html>bad gateway"));
    watched.api.fault(1, Call::isWatch, (call, reply) -> reply.status(500, "x", "etcd"));
    watched.api.fault(1, Call::isWatch, (call, reply) -> reply.status(503, "x", "down"));
    watched.seal("a", "one");
    informer.start();
    until("the list", informer::isSynced);
    watched.seal("a", "two");
    until("the watch", () -> informer.get(key("a", "two")).isPresent());
  }

  @Test
  void a_server_that_asks_for_a_pause_gets_it() {
    watched.api.fault(1, Call::isList, (call, reply) -> reply.send(429, "Retry-After: 1\r\n", ""));
    long began = System.nanoTime();
    informer.start();
    until("the list", informer::isSynced);
    assertTrue(System.nanoTime() - began >= Duration.ofSeconds(1).toNanos());
    assertEquals(2, watched.api.calls(Call::isList).size());
  }

  @Test
  void a_server_that_asks_for_a_day_gets_half_a_minute() {
    watched.api.fault(
        1, Call::isList, (call, reply) -> reply.send(429, "Retry-After: 86400\r\n", ""));
    informer.start();
    until("the list", informer::isSynced);
    assertEquals(Duration.ofSeconds(30), WatchTiming.usual().pauses().longestAsked());
  }

  @Test
  void a_list_whose_pages_run_out_of_time_is_begun_again() {
    watched.api.pageSize(2);
    for (int i = 0; i < 5; i++) {
      watched.seal("a", "s" + i);
    }
    watched.api.fault(
        1,
        call -> call.query("continue").equals("4"),
        (call, reply) -> reply.status(410, "Expired", "the continue token is too old"));
    informer.start();
    until("the list", informer::isSynced);
    assertEquals(5, informer.all().size());
    assertEquals(
        List.of("", "2", "4", "", "2", "4"),
        watched.api.calls(Call::isList).stream().map(call -> call.query("continue")).toList());
  }

  @Test
  void a_slow_server_is_read_to_its_end() {
    watched.api.fault(
        1,
        Call::isList,
        (call, reply) -> {
          reply.beginStream();
          String body =
              """
              {"metadata":{"resourceVersion":"100"},"items":[{"metadata":{"namespace":"a",\
              "name":"slow","resourceVersion":"99"}}]}""";
          for (int i = 0; i < body.length(); i += 10) {
            reply.part(body.substring(i, Math.min(i + 10, body.length())));
            Thread.sleep(50);
          }
          reply.endStream();
        });
    informer.start();
    until("the list", informer::isSynced);
    assertTrue(informer.get(key("a", "slow")).isPresent());
  }

  @Test
  void bookmarks_move_the_place_where_the_next_watch_begins() {
    informer.start();
    until("the list", informer::isSynced);
    watched.api.fault(
        1,
        Call::isWatch,
        (call, reply) -> {
          reply.beginStream();
          reply.part(
              """
              {"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"4711"}}}
              """);
          reply.endStream();
        });
    watched.api.breakWatches(Breakage.END);
    until(
        "the next watch",
        () -> !watched.api.calls(call -> call.query("resourceVersion").equals("4711")).isEmpty());
    assertTrue(watched.told.isEmpty());
    assertEquals("true", watched.api.calls(Call::isWatch).getFirst().query("allowWatchBookmarks"));
  }

  @Test
  void a_listener_that_fails_costs_nobody_a_change() {
    informer.close();
    informer =
        watched.informers.sealedSecrets(
            new Reach.Everywhere(),
            "",
            change -> {
              watched.note(change, SealedSecret::resourceVersion);
              throw new IllegalStateException("no");
            });
    watched.seal("a", "one");
    informer.start();
    until("the list", informer::isSynced);
    watched.seal("a", "two");
    until("the second", () -> watched.told.size() == 2);
  }

  @Test
  void a_lighter_object_is_held_until_it_changes() {
    watched.seal("a", "one");
    informer.start();
    until("the list", informer::isSynced);
    SealedSecret seen = informer.get(key("a", "one")).orElseThrow();
    informer.lighten(key("a", "one"), seen, seen.withoutCiphertexts());
    SealedSecret held = informer.get(key("a", "one")).orElseThrow();
    assertFalse(held.toTree().path("spec").has("encryptedData"));
    informer.lighten(key("a", "one"), seen, seen);
    assertSame(held, informer.get(key("a", "one")).orElseThrow());
    watched.api.forgetHistory();
    watched.api.breakWatches(Breakage.GONE);
    until("a new list", () -> watched.api.calls(Call::isList).size() == 2);
    watched.seal("a", "two");
    until("the watch", () -> informer.get(key("a", "two")).isPresent());
    assertSame(held, informer.get(key("a", "one")).orElseThrow());
    watched.seal("a", "one");
    until("the change", () -> informer.get(key("a", "one")).orElseThrow() != held);
    assertTrue(
        informer.get(key("a", "one")).orElseThrow().toTree().path("spec").has("encryptedData"));
  }

  @Test
  @Tag("C-12")
  void the_selector_goes_to_the_server_for_sealed_secrets_alone() {
    informer.close();
    informer = watched.informers.sealedSecrets(new Reach.Everywhere(), "team=a,x!=y", change -> {});
    informer.start();
    try (Informer<SecretRecord> secrets =
        watched.informers.secretRecords(new Reach.Everywhere(), change -> {})) {
      secrets.start();
      until("both", () -> informer.isSynced() && secrets.isSynced());
      until("watches", () -> watched.api.calls(Call::isWatch).size() >= 2);
      for (Call call : watched.api.calls()) {
        String expected = call.path().contains("sealedsecrets") ? "team=a,x!=y" : "";
        assertEquals(expected, call.query("labelSelector"), call.target());
      }
    }
  }

  @Test
  @Tag("C-109")
  void of_secrets_metadata_alone_is_asked_for_and_little_is_kept() {
    watched.api.put(
        Watched.SECRET.formatted("a", "one"),
        """
        {"metadata":{"namespace":"a","name":"one","uid":"u1","resourceVersion":"%RV",\
        "labels":{"l":"1"},"managedFields":[{}],"annotations":{\
        "sealedsecrets.bitnami.com/managed":"true","sealedsecrets.bitnami.com/patch":"True",\
        "kubectl.kubernetes.io/last-applied-configuration":"a whole secret"},\
        "ownerReferences":[{"kind":"SealedSecret","name":"one","uid":"u0","controller":true}]}}""");
    try (Informer<SecretRecord> secrets =
        watched.informers.secretRecords(new Reach.Everywhere(), change -> {})) {
      secrets.start();
      until("the list", secrets::isSynced);
      assertEquals(
          new SecretRecord(
              key("a", "one"),
              "u1",
              "101",
              List.of(new SecretRecord.Owner("SealedSecret", "one", "u0", true)),
              Set.of(SecretRecord.Mark.MANAGED)),
          secrets.get(key("a", "one")).orElseThrow());
      until("the watch", () -> !watched.api.calls(Call::isWatch).isEmpty());
      assertEquals(
          "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1",
          watched.api.calls(Call::isList).getFirst().headers().get("accept"));
      assertEquals(
          "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1",
          watched.api.calls(Call::isWatch).getFirst().headers().get("accept"));
    }
  }

  @Test
  void a_closed_informer_asks_no_more() throws InterruptedException {
    informer.start();
    until("the watch", () -> !watched.api.calls(Call::isWatch).isEmpty());
    informer.close();
    Thread.sleep(200);
    int calls = watched.api.calls().size();
    Thread.sleep(1500);
    assertEquals(calls, watched.api.calls().size());
  }

  private Informer<SealedSecret> everywhere() {
    return watched.informers.sealedSecrets(
        new Reach.Everywhere(), "", change -> watched.note(change, SealedSecret::resourceVersion));
  }

  private Informer<SealedSecret> namespaces(String... names) {
    return watched.informers.sealedSecrets(
        new Reach.Namespaces(List.of(names)),
        "",
        change -> watched.note(change, SealedSecret::resourceVersion));
  }
}
