package dev.signet.controller.app;

import dev.signet.controller.keys.KeyTools;
import dev.signet.controller.keys.Keys;
import dev.signet.controller.metrics.Metrics;
import dev.signet.controller.reconcile.Wakes;
import dev.signet.crypto.SealingCertificate;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Passes on what happens to keys. */
final class KeyWatcher implements KeyTools.Watcher {
  private final Wakes wakes;
  private final Leading leading;
  private final Metrics metrics;
  private final AtomicInteger usable = new AtomicInteger();
  private final AtomicInteger unusable = new AtomicInteger();
  private final AtomicLong latestEnds = new AtomicLong();
  private final AtomicLong latestBegan = new AtomicLong();

  KeyWatcher(Wakes wakes, Leading leading, Metrics metrics) {
    this.wakes = wakes;
    this.leading = leading;
    this.metrics = metrics;
    metrics.gauge("sealing_keys", "Sealing keys in use", () -> (double) usable.get());
    metrics.gauge(
        "unusable_key_secrets",
        "Secrets labelled as sealing keys that hold none",
        () -> (double) unusable.get());
    metrics.gauge(
        "certificate_expiry_timestamp_seconds",
        "When the certificate that is served ends, in seconds since 1970; 0 without one",
        () -> (double) latestEnds.get());
    metrics.gauge(
        "latest_key_timestamp_seconds",
        "From when the latest sealing key is, in seconds since 1970; 0 without one",
        () -> (double) latestBegan.get());
  }

  @Override
  public void looked(Keys keys, int badSecrets) {
    usable.set(keys.all().size());
    unusable.set(badSecrets);
    latestBegan.set(keys.latestTime().map(Instant::getEpochSecond).orElse(0L));
    latestEnds.set(
        keys.certificate()
            .map(SealingCertificate::notAfter)
            .map(Instant::getEpochSecond)
            .orElse(0L));
  }

  @Override
  public void keysAdded() {
    wakes.keysChanged();
  }

  @Override
  public void renewalFailed() {
    metrics.keyRenewalFailed();
  }

  @Override
  public boolean mayMakeKeys() {
    return leading.isLeader();
  }
}
