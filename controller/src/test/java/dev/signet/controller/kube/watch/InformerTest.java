package dev.signet.controller.kube.watch;

import static dev.signet.controller.kube.fake.Wait.until;
import static dev.signet.controller.kube.watch.Watched.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Reach;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.fake.Call;
import dev.signet.controller.kube.fake.FakeApi.Breakage;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.SpecReading;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an informer tells, keeps and asks for. */
@Timeout(60)
final class InformerTest {
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
  @Tag("C-11")
  void hundreds_of_namespaces_are_started_together() {
    String[] names = new String[300];
    for (int i = 0; i < names.length; i++) {
      names[i] = "ns-" + i;
      watched.seal(names[i], "one");
    }
    informer.close();
    informer = watched.namespaces(names);
    informer.start();
    until("all of them", () -> informer.all().size() == names.length);
    assertTrue(informer.isSynced());
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

  @Test
  void the_first_list_is_told_as_a_whole_with_what_is_missing_in_it() {
    watched.secret("a", "one");
    List<Boolean> missing = new CopyOnWriteArrayList<>();
    Listener<SecretRecord> listener =
        new Listener<>() {
          @Override
          public void changed(Change<SecretRecord> change) {}

          @Override
          public void listed(Predicate<ObjectKey> isMissing) {
            missing.add(isMissing.test(key("a", "one")));
            missing.add(isMissing.test(key("a", "two")));
            missing.add(isMissing.test(key("b", "one")));
          }
        };
    Reach reach = new Reach.Namespaces(List.of("a"));
    try (Informer<SecretRecord> secrets = watched.informers.secretRecords(reach, listener)) {
      secrets.start();
      until("the list", secrets::isSynced);
      assertEquals(List.of(false, true, false), missing);
    }
  }
}
