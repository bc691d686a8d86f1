package dev.signet.controller.kube.watch;

import static dev.signet.controller.kube.fake.Wait.until;
import static dev.signet.controller.kube.watch.Watched.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.fake.Call;
import dev.signet.controller.kube.fake.FakeApi.Breakage;
import dev.signet.crds.SealedSecret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server or a connection does to it, nothing is missed and nothing is pressed. */
@Timeout(60)
final class InformerTroubleTest {
  private Watched watched;
  private Informer<SealedSecret> informer;

  @BeforeEach
  void start() {
    watched = new Watched();
    informer = watched.everywhere();
  }

  @AfterEach
  void stop() {
    informer.close();
    watched.close();
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
    until("the word of it", () -> watched.told.size() >= 4);
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
    informer = watched.namespaces("open", "closed", "not-yet");
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

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  @Tag("C-11")
  void a_namespace_that_cannot_be_served_stops_no_other_and_is_said_once(int status) {
    watched.api.fault(
        1_000,
        call -> call.path().contains("/namespaces/busy/"),
        (call, reply) -> reply.status(status, "", "not now"));
    watched.seal("open", "one");
    watched.seal("busy", "two");
    informer.close();
    informer = watched.namespaces("open", "busy");
    informer.start();
    until("the lists", informer::isSynced);
    assertTrue(informer.get(key("open", "one")).isPresent());
    assertTrue(watched.api.calls(it -> it.path().contains("/busy/")).size() >= 3);
    assertTrue(informer.trouble().orElseThrow().contains("in namespace busy"));
    assertEquals(1, watched.lines.containing("level=ERROR").size());
    watched.api.clearFaults();
    until("the list", () -> informer.get(key("busy", "two")).isPresent());
    until("the end of the trouble", () -> informer.trouble().isEmpty());
  }

  @Test
  void where_nothing_can_be_listed_nothing_is_synced_and_too_many_requests_are_said() {
    watched.api.fault(
        1_000, Call::isList, (call, reply) -> reply.status(429, "TooManyRequests", "not now"));
    informer.start();
    until("tries", () -> watched.api.calls(Call::isList).size() > 5);
    assertFalse(informer.isSynced());
    assertTrue(informer.trouble().orElseThrow().startsWith("cannot watch sealedsecrets"));
    assertEquals(1, watched.lines.containing("level=ERROR").size());
  }

  @Test
  @Tag("C-11")
  void a_refusal_behind_an_outage_is_said_at_once() {
    watched.api.fault(2, call -> true, (call, reply) -> reply.status(503, "", "not yet"));
    watched.api.fault(
        1_000, call -> true, (call, reply) -> reply.status(403, "Forbidden", "no right here"));
    informer.close();
    informer = watched.namespaces("closed");
    informer.start();
    until("the refusal", () -> watched.lines.containing("no right here").size() == 1);
    assertEquals(1, watched.lines.containing("not yet").size());
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
}
