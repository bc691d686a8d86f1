package dev.signet.controller.keys;

import dev.signet.controller.kube.event.Events;
import dev.signet.controller.kube.event.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Warns of the key that is served when it is too old, or its certificate ends soon: sealing goes on
 * for long without anybody noticing, and then kubeseal refuses everywhere at once. Of one thread.
 */
final class KeyAge {
  static final String OLD = "SealingKeyOld";
  static final String EXPIRING = "SealingCertificateExpiring";

  private static final Duration BEFORE_THE_END = Duration.ofDays(30);
  private static final Duration OLD_WITHOUT_RENEWAL = Duration.ofDays(365);
  private static final Duration LATE = Duration.ofDays(1);
  private static final Duration BETWEEN_WARNINGS = Duration.ofDays(1);

  private final Duration period;
  private final KeyTools tools;
  private final Map<String, Instant> warned = new HashMap<>();

  /**
   * Of no key yet.
   *
   * @param period after which a key is renewed; zero: never
   */
  KeyAge(Duration period, KeyTools tools) {
    this.period = period;
    this.tools = tools;
  }

  void look(Keys keys, List<StoredKey> found) {
    ActiveKey latest = keys.latest().orElse(null);
    if (latest == null) {
      return;
    }
    Instant now = tools.clock().instant();
    for (StoredKey each : found) {
      if (each.secret().key().name().equals(latest.secretName())) {
        lookAtAge(keys, each.secret(), now);
        lookAtCertificate(keys, each.secret(), now);
      }
    }
  }

  private void lookAtAge(Keys keys, Subject secret, Instant now) {
    Duration most = period.isZero() ? OLD_WITHOUT_RENEWAL : period.plus(LATE);
    keys.latestTime()
        .filter(time -> time.plus(most).isBefore(now))
        .ifPresent(
            time ->
                warn(
                    secret,
                    OLD,
                    "The latest sealing key is from %s%s"
                        .formatted(
                            time,
                            period.isZero()
                                ? ", and renewal is off"
                                : ": it should have been renewed"),
                    now));
  }

  private void lookAtCertificate(Keys keys, Subject secret, Instant now) {
    keys.certificate()
        .filter(it -> it.notAfter().minus(BEFORE_THE_END).isBefore(now))
        .ifPresent(
            it ->
                warn(
                    secret,
                    EXPIRING,
                    "The certificate to seal with %s %s: kubeseal refuses it from then on;"
                            .formatted(
                                it.notAfter().isBefore(now) ? "ended" : "ends", it.notAfter())
                        + " a new key can be had by SIGUSR1",
                    now));
  }

  private void warn(Subject secret, String reason, String message, Instant now) {
    Instant last = warned.get(secret.uid() + reason);
    // A clock that was set back must not silence it for long.
    if (last == null || Duration.between(last, now).abs().compareTo(BETWEEN_WARNINGS) >= 0) {
      warned.put(secret.uid() + reason, now);
      tools.log().warn(message, "secret", secret.key().name());
      tools.events().record(secret, Events.Kind.WARNING, reason, message);
    }
  }
}
