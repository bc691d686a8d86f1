package dev.signet.controller.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.controller.fake.FakeInformer;
import dev.signet.controller.fake.FakeSealedSecrets;
import dev.signet.controller.fake.FakeSecrets;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.log.Level;
import dev.signet.controller.log.Log;
import dev.signet.controller.queue.Backoff;
import dev.signet.controller.queue.Handler;
import dev.signet.controller.queue.Next;
import dev.signet.controller.queue.Ticker;
import dev.signet.controller.queue.WorkQueue;
import dev.signet.controller.reconcile.Rules.Rule;
import dev.signet.crds.SealedSecret;
import dev.signet.crypto.KeyRing;
import dev.signet.template.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One object, one controller's reconciling, and an API server in memory. */
final class Stage {
  static final ObjectKey KEY = SealedSecretBuilder.KEY;

  final FakeSecrets secrets = new FakeSecrets();
  final FakeSealedSecrets sealedSecrets = new FakeSealedSecrets();
  final List<String> events = new ArrayList<>();
  final SpyCounts counts = new SpyCounts();
  final WorkQueue<ObjectKey> queue =
      new WorkQueue<>(Backoff.usual(), new Random(1), Ticker.system());
  final FakeInformer<SealedSecret> watched = sealedSecrets.watch();
  final FakeInformer<SecretRecord> watchedSecrets = secrets.watch();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Set<Rule> rules;
  private Instant now = Instant.parse("2026-03-01T12:00:00.4Z");
  private KeyRing ring = SomeKeys.ring(SomeKeys.A);
  private Reconciling reconciling;
  private Handler<ObjectKey> handler;
  private boolean watchesSecrets = true;

  Stage(Rule... rules) {
    this.rules = EnumSet.noneOf(Rule.class);
    this.rules.addAll(Arrays.asList(rules));
    this.reconciling = reconciling();
    this.handler = handler();
  }

  /** As by default. */
  static Stage usual() {
    return new Stage(Rule.UPDATE_STATUS, Rule.ACCEPT_DEPRECATED_DATA);
  }

  Stage withoutWatchOfSecrets() {
    watchesSecrets = false;
    handler = handler();
    return this;
  }

  /** Another process takes over: what was in memory is gone. */
  void restart() {
    reconciling = reconciling();
    handler = handler();
  }

  private Reconciling reconciling() {
    PrintStream out = new PrintStream(written, true, UTF_8);
    InstantSource clock = () -> now;
    Tools tools =
        new Tools(
            (subject, kind, reason, message) ->
                events.add("%s %s %s".formatted(kind.text(), reason, message)),
            counts,
            new Log(Log.Format.TEXT, Level.DEBUG, out, out, clock),
            clock,
            SomeKeys.random());
    return new Reconciling(queue, new Rules(rules, 5, Limits.standard()), tools);
  }

  private Handler<ObjectKey> handler() {
    return reconciling.handler(cluster(), () -> ring, 2);
  }

  /** With an unsealer whose places the test can take. */
  Stage unsealer(Unsealer unsealer) {
    handler = reconciling.handler(cluster(), () -> ring, unsealer);
    return this;
  }

  private Cluster cluster() {
    return new Cluster(
        sealedSecrets,
        secrets,
        watched,
        watchesSecrets ? Optional.of(watchedSecrets) : Optional.empty());
  }

  Wakes wakes() {
    return reconciling.wakes();
  }

  void keys(KeyRing other) {
    ring = other;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Stage apply(SealedSecretBuilder object) {
    sealedSecrets.put(object.tree());
    return this;
  }

  Next handle() {
    try {
      return handler.handle(KEY);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Requests since the last time, of both types. */
  List<String> requests() {
    List<String> all = new ArrayList<>();
    sealedSecrets.requests().forEach(it -> all.add("sealed " + it.split(" ", 2)[0]));
    secrets.requests().forEach(it -> all.add("secret " + it.split(" ", 2)[0]));
    sealedSecrets.requests().clear();
    secrets.requests().clear();
    return all;
  }

  List<String> takeEvents() {
    List<String> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  Map<String, String> data() {
    Map<String, String> data = new TreeMap<>();
    for (var item : secret().path("data").properties()) {
      byte[] bytes = Base64.getDecoder().decode(item.getValue().stringValue(""));
      data.put(item.getKey(), new String(bytes, UTF_8));
    }
    return data;
  }

  ObjectNode secret() {
    return secrets.peek(KEY).orElseThrow();
  }

  JsonNode status() {
    return sealedSecrets.peek(KEY).path("status");
  }

  /** The first condition, {@code True} or {@code False REASON MESSAGE}. */
  String synced() {
    JsonNode first = status().path("conditions").path(0);
    String text = first.path("status").stringValue("none");
    return text.equals("True")
        ? text
        : text
            + " "
            + first.path("reason").stringValue("")
            + " "
            + first.path("message").stringValue("");
  }

  String log() {
    return written.toString(UTF_8);
  }
}
