package dev.signet.controller.reconcile;

import static dev.signet.controller.reconcile.Outcomes.both;
import static dev.signet.controller.reconcile.SealedSecretBuilder.KEY;
import static dev.signet.controller.reconcile.SealedSecretBuilder.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.queue.Next;
import dev.signet.controller.reconcile.Unsealing.Failed;
import dev.signet.controller.reconcile.Unsealing.Opened;
import dev.signet.controller.reconcile.Unsealing.Postponed;
import dev.signet.crds.SealedSecret;
import dev.signet.template.limit.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** One namespace throws in all it can; on one processor. */
@Tag("C-190")
final class FloodedNamespaceTest {
  private static final String FLOODER = "flooder";
  private static final int FLOOD = 50;

  private final Turns turns = new Turns(1);
  private final Templates templates = new Templates(2, Duration.ofMinutes(1), Limits.standard());
  private final Unsealer unsealer = new Unsealer(DeprecatedData.accepted(), turns, templates);
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Thread> flood = new ArrayList<>();

  @AfterEach
  void let_the_flood_run_off() throws InterruptedException {
    end.countDown();
    for (Thread thread : flood) {
      thread.join();
    }
  }

  @Test
  void objects_of_another_namespace_find_a_place_in_both_gates() throws InterruptedException {
    CountDownLatch inBoth = new CountDownLatch(2);
    Places.Step hold =
        () -> {
          inBoth.countDown();
          end.await();
          return new Failed(Cause.of(Reason.NO_KEY_FITS, "none"));
        };
    for (int i = 0; i < FLOOD; i++) {
      flood(() -> turns.takeLarge(FLOODER, hold));
      flood(() -> templates.inTurn(FLOODER, hold));
    }
    inBoth.await();
    assertInstanceOf(Postponed.class, unsealer.unseal(flooders(large()), both()));
    assertInstanceOf(Failed.class, unsealer.unseal(large().build(), both()));
    assertInstanceOf(Opened.class, unsealer.unseal(templated().build(), both()));
    assertInstanceOf(Failed.class, unsealer.unseal(large().templateData("t", "x").build(), both()));
  }

  @Test
  void a_templated_object_of_many_items_needs_a_place_of_the_large_ones_too()
      throws InterruptedException {
    SealedSecret object = large().templateData("t", "x").build();
    turns.takeLarge(
        KEY.namespace(),
        () -> {
          assertInstanceOf(Postponed.class, unsealer.unseal(object, both()));
          return assertInstanceOf(Opened.class, unsealer.unseal(templated().build(), both()));
        });
    assertInstanceOf(Failed.class, unsealer.unseal(object, both()));
  }

  @Test
  void a_namespace_gets_one_place_and_gives_it_back() throws InterruptedException {
    Places places = new Places(2, Duration.ofMillis(1));
    Failed inner = new Failed(Cause.of(Reason.NO_KEY_FITS, "none"));
    places.take(
        FLOODER,
        () -> {
          assertInstanceOf(Postponed.class, places.take(FLOODER, () -> inner));
          assertEquals(inner, places.take("second", () -> third(places, inner)));
          return inner;
        });
    assertEquals(inner, places.take(FLOODER, () -> inner));
  }

  @Test
  void what_its_own_namespace_keeps_waiting_comes_ever_later_and_is_not_fetched()
      throws InterruptedException {
    Stage stage = Stage.usual().unsealer(unsealer).apply(large());
    turns.takeLarge(
        KEY.namespace(),
        () -> {
          assertPause(Duration.ofSeconds(1), stage.handle());
          assertEquals(List.of("sealed get"), stage.requests());
          for (int seconds : new int[] {2, 4, 8, 15, 15}) {
            assertPause(Duration.ofSeconds(seconds), stage.handle());
          }
          assertEquals(List.of(), stage.requests());
          stage.apply(sealedSecret().item("a", "1"));
          assertEquals(Next.done(), stage.handle());
          stage.apply(large());
          assertPause(Duration.ofSeconds(1), stage.handle());
          return new Failed(Cause.of(Reason.NO_KEY_FITS, "none"));
        });
    assertEquals(Next.retry(), stage.handle());
  }

  @Test
  void what_others_keep_waiting_comes_again_soon() throws InterruptedException {
    Stage stage = Stage.usual().unsealer(unsealer).apply(large());
    Failed failed = new Failed(Cause.of(Reason.NO_KEY_FITS, "none"));
    turns.takeLarge(
        FLOODER,
        () ->
            turns.takeLarge(
                "second",
                () -> {
                  for (int i = 0; i < 3; i++) {
                    assertPause(Duration.ofSeconds(1), stage.handle());
                  }
                  return failed;
                }));
    assertEquals(Next.retry(), stage.handle());
  }

  private static Unsealing third(Places places, Failed inner) throws InterruptedException {
    assertInstanceOf(Postponed.class, places.take("third", () -> inner));
    return inner;
  }

  private static void assertPause(Duration longest, Next next) {
    Duration pause = assertInstanceOf(Next.After.class, next).delay();
    assertTrue(pause.compareTo(longest) <= 0, pause::toString);
    assertTrue(pause.compareTo(longest.multipliedBy(3).dividedBy(4)) > 0, pause::toString);
  }

  private void flood(Places.Step step) {
    flood.add(
        Thread.startVirtualThread(
            () -> {
              try {
                step.take();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            }));
  }

  private static SealedSecretBuilder large() {
    SealedSecretBuilder large = sealedSecret();
    for (int i = 0; i < 100; i++) {
      large.text("item-" + i, "AAAA");
    }
    return large;
  }

  private static SealedSecretBuilder templated() {
    return sealedSecret().item("a", "1").templateData("t", "{{ .a }}");
  }

  private static SealedSecret flooders(SealedSecretBuilder object) {
    ObjectNode tree = object.tree();
    tree.withObject("metadata").put("namespace", FLOODER);
    return SealedSecret.of(tree);
  }
}
