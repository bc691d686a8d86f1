package dev.signet.crds;

import static dev.signet.crds.Trees.sealedSecret;
import static dev.signet.crds.Trees.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class StatusWriterTest {
  private static final Set<String> OURS = Set.of("Synced", "Ready", "Reconciling", "Stalled");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.999Z");
  private static final String TIME = "2026-01-02T03:04:05Z";
  private static final Condition SYNCED = new Condition("Synced", "True", null, null);
  private static final Handled HANDLED =
      new Handled(2, "hash", "uid", new Handled.Secret("s", "9"), "r1", Map.of("k", "SHA256:x"));

  @Test
  @Tag("C-133")
  @Tag("C-134")
  void a_first_status_has_upstreams_fields() {
    assertEquals(
        Optional.of(
            tree(
                """
                {'conditions':[{'lastTransitionTime':'%s','lastUpdateTime':'%s','status':'True',
                'type':'Synced'}],'observedGeneration':2}"""
                    .formatted(TIME, TIME))),
        status("{}", verdict(SYNCED)));
  }

  @Test
  @Tag("C-134")
  void the_time_of_transition_moves_only_when_the_status_flips() {
    String old =
        """
        {'conditions':[{'type':'Synced','status':'False','message':'old','lastTransitionTime':'T1',
        'lastUpdateTime':'T2'}],'observedGeneration':1}""";
    ObjectNode same =
        status(old, verdict(new Condition("Synced", "False", "R", "new"))).orElseThrow();
    assertEquals(
        tree(
            """
            {'type':'Synced','status':'False','message':'new','lastTransitionTime':'T1',
            'lastUpdateTime':'%s','reason':'R'}"""
                .formatted(TIME)),
        same.path("conditions").path(0));
    ObjectNode flipped = status(old, verdict(SYNCED)).orElseThrow();
    assertEquals(
        tree(
            """
            {'type':'Synced','status':'True','lastTransitionTime':'%s','lastUpdateTime':'%s'}"""
                .formatted(TIME, TIME)),
        flipped.path("conditions").path(0));
  }

  @Test
  @Tag("C-135")
  void what_would_change_nothing_but_times_is_not_written() {
    Verdict verdict = new Verdict(List.of(SYNCED), OURS, 2, HANDLED);
    ObjectNode written = status("{}", verdict).orElseThrow();
    assertEquals(Optional.empty(), status(written.toString(), verdict));
    Verdict moved = new Verdict(List.of(SYNCED), OURS, 3, HANDLED);
    assertEquals(
        3, status(written.toString(), moved).orElseThrow().path("observedGeneration").asLong());
    Verdict other =
        new Verdict(List.of(new Condition("Synced", "True", "Why", null)), OURS, 2, HANDLED);
    assertEquals(
        "Why",
        status(written.toString(), other)
            .orElseThrow()
            .path("conditions")
            .path(0)
            .path("reason")
            .stringValue());
  }

  @Test
  @Tag("C-137")
  void what_is_not_ours_stays_and_ours_comes_first() {
    ObjectNode status =
        status(
                """
                {'conditions':[{'type':'Foreign','status':'Odd','x':1},{'type':'Stalled',
                'status':'True'},{'type':'Synced','status':'True','lastTransitionTime':'T1',
                'extra':'e'},'no condition'],'elsewhere':{'a':[1]},
                'signet':{'later':'field','generation':1}}""",
                new Verdict(
                    List.of(SYNCED, new Condition("Ready", "True", null, null)), OURS, 2, HANDLED))
            .orElseThrow();
    assertEquals(
        tree(
            """
            {'conditions':[{'type':'Synced','status':'True','lastTransitionTime':'T1','extra':'e',
            'lastUpdateTime':'%s'},{'lastTransitionTime':'%s','lastUpdateTime':'%s',
            'status':'True','type':'Ready'},{'type':'Foreign','status':'Odd','x':1},
            'no condition'],'elsewhere':{'a':[1]},'signet':{'later':'field','generation':2,
            'scopeHash':'hash','uid':'uid','secretUID':'s','secretResourceVersion':'9',
            'renderer':'r1','keys':{'k':'SHA256:x'}},'observedGeneration':2}"""
                .formatted(TIME, TIME, TIME)),
        status);
  }

  @Test
  void a_status_that_is_no_map_is_replaced() {
    assertEquals(status("{}", verdict(SYNCED)), status("'x'", verdict(SYNCED)));
    assertEquals(status("{}", verdict(SYNCED)), status("{'conditions':'x'}", verdict(SYNCED)));
  }

  @Test
  void what_was_handled_is_read_back_and_taken_away_again() {
    Verdict with = new Verdict(List.of(SYNCED), OURS, 2, HANDLED);
    String written = status("{}", with).orElseThrow().toString();
    assertEquals(HANDLED, sealedSecret("{'status':" + written + "}").status().handled());
    ObjectNode without = status(written, verdict(SYNCED)).orElseThrow();
    assertEquals(false, without.has("signet"));
    assertEquals(null, sealedSecret("{'status':" + without + "}").status().handled());
  }

  @Test
  void the_rest_of_the_object_goes_along_unchanged() {
    ObjectNode tree =
        sealedSecret("{'metadata':{'name':'n','resourceVersion':'7'},'spec':{'x':[1]},'kind':'K'}")
            .withStatus(verdict(SYNCED), NOW)
            .orElseThrow();
    tree.remove("status");
    assertEquals(
        tree("{'metadata':{'name':'n','resourceVersion':'7'},'spec':{'x':[1]},'kind':'K'}"), tree);
  }

  private static Verdict verdict(Condition condition) {
    return new Verdict(List.of(condition), OURS, 2, null);
  }

  private static Optional<ObjectNode> status(String old, Verdict verdict) {
    return sealedSecret("{'status':" + old.replace('\'', '"') + "}")
        .withStatus(verdict, NOW)
        .map(tree -> (ObjectNode) tree.path("status"));
  }
}
