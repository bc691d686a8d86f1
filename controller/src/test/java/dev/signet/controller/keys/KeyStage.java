package dev.signet.controller.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.controller.fake.FakeSecrets;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.log.Level;
import dev.signet.controller.log.Log;
import dev.signet.crypto.KeySpec;
import dev.signet.crypto.SealingKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** One keeper of keys, a cluster in memory, and a clock that stands still. */
final class KeyStage implements KeyTools.Watcher {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final FakeSecrets secrets = new FakeSecrets();
  final List<String> events = new ArrayList<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Random random = new Random(7);
  private final KeyOrder order;
  private final RenewalRules rules;
  private final KeyKeeper keeper;
  int added;
  int unusable;
  int failedRenewals;
  boolean leads = true;
  Outcome<String> account = new Outcome.Ok<>("");
  private int generated;
  private Runnable meanwhile = () -> {};
  private Instant now = NOW;

  KeyStage() {
    this(KeyOrder.CERTIFICATE_NOT_BEFORE, new RenewalRules(Duration.ofDays(30), Optional.empty()));
  }

  KeyStage(KeyOrder order, RenewalRules rules) {
    this.order = order;
    this.rules = rules;
    this.keeper = keeper();
  }

  /** Where keys are never too old. */
  static KeyStage unhurried() {
    return new KeyStage(
        KeyOrder.CERTIFICATE_NOT_BEFORE, new RenewalRules(Duration.ZERO, Optional.empty()));
  }

  private KeyKeeper keeper() {
    PrintStream out = new PrintStream(written, true, UTF_8);
    KeyPlace place =
        new KeyPlace(
            KeyFixtures.NAMESPACE, "sealed-secrets-key", Map.of("team", "a"), Map.of("note", "x"));
    return new KeyKeeper(
        secrets,
        place,
        new KeySettings(order, rules, this::generate, () -> account, Duration.ofMinutes(1)),
        new KeyTools(
            (subject, kind, reason, message) ->
                events.add(
                    "%s %s %s %s".formatted(subject.key().name(), kind.text(), reason, message)),
            this,
            new Log(Log.Format.TEXT, Level.DEBUG, out, out, () -> now),
            () -> now));
  }

  /** Small, so that it is quick. */
  SealingKey generate() {
    generated++;
    meanwhile.run();
    return SealingKey.generate(
        new KeySpec(1024, Duration.ofDays(3650), ""),
        Clock.fixed(now, ZoneOffset.UTC),
        random::nextBytes);
  }

  KeyKeeper keeping() {
    return keeper;
  }

  /** And again at once where a key was made and is to be stored. */
  Duration look() {
    int before = generated;
    Duration pause = keeper.look();
    return generated > before ? keeper.look() : pause;
  }

  /** What another replica does in the time that making a key takes. */
  void whileMaking(Runnable action) {
    meanwhile = action;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  KeyStage with(ObjectNode secret) {
    secrets.put(secret);
    return this;
  }

  /** Names of the Secrets of the keys in use, the latest first. */
  List<String> inUse() {
    return keeper.keys().all().stream().map(ActiveKey::secretName).toList();
  }

  String log() {
    return written.toString(UTF_8);
  }

  @Override
  public void looked(Keys keys, int badSecrets) {
    unusable = badSecrets;
  }

  @Override
  public void keysAdded() {
    added++;
  }

  @Override
  public void renewalFailed() {
    failedRenewals++;
  }

  @Override
  public boolean mayMakeKeys() {
    return leads;
  }
}
