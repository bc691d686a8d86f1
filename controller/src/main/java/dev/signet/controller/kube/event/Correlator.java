package dev.signet.controller.kube.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Makes few Events of many occurrences, by the rules of client-go's EventCorrelator: the same
 * reason and message count one Event up; many messages of one reason become one Event; and an
 * object that says too much is let through now and then only. Of one thread.
 */
final class Correlator {
  private static final int LONGEST_NAME = 253;
  private static final int MOST = 4096;
  private static final int MESSAGES = 10;
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int AT_ONCE = 25;
  private static final Duration REFILL = Duration.ofMinutes(5);

  /** What is one Event: the message is empty where many have been combined. */
  private record SeriesKey(GroupKey group, String message) {}

  private record GroupKey(String uid, Events.Kind kind, String reason) {}

  private static final class Group {
    final Set<String> messages = new HashSet<>();
    Instant since;

    Group(Instant since) {
      this.since = since;
    }
  }

  private static final class Allowance {
    double left = AT_ONCE;
    Instant at;

    Allowance(Instant at) {
      this.at = at;
    }
  }

  private final InstantSource clock;
  private long lastName;
  private final Recent<SeriesKey, Series> series = new Recent<>(MOST);
  private final Recent<GroupKey, Group> groups = new Recent<>(MOST);
  private final Recent<String, Allowance> allowances = new Recent<>(MOST);

  Correlator(InstantSource clock) {
    this.clock = clock;
  }

  /** What the server is to hold: new if its count is one. Empty if it had better not be told. */
  Optional<Series> take(Occurrence occurrence) {
    Instant now = clock.instant();
    if (!isAllowed(occurrence.subject().uid(), now)) {
      return Optional.empty();
    }
    SeriesKey key = key(occurrence, now);
    Occurrence said =
        key.message.isEmpty()
            ? occurrence.withMessage("(combined from similar events): " + occurrence.message())
            : occurrence;
    Series before = series.entries().get(key);
    Series after =
        before == null
            ? new Series(said, name(occurrence, now), 1, now, now)
            : before.again(said, now);
    series.entries().put(key, after);
    return Optional.of(after);
  }

  /** The server has it not, or no longer: the next occurrence makes a new Event. */
  void forget(Series lost) {
    series.entries().values().removeIf(it -> it.name().equals(lost.name()));
  }

  private boolean isAllowed(String uid, Instant now) {
    Allowance allowance = allowances.entries().computeIfAbsent(uid, it -> new Allowance(now));
    double refilled = (double) Duration.between(allowance.at, now).toMillis() / REFILL.toMillis();
    allowance.left = Math.min(AT_ONCE, allowance.left + Math.max(0, refilled));
    allowance.at = now;
    if (allowance.left < 1) {
      return false;
    }
    allowance.left--;
    return true;
  }

  private SeriesKey key(Occurrence it, Instant now) {
    GroupKey groupKey = new GroupKey(it.subject().uid(), it.kind(), it.reason());
    Group group = groups.entries().computeIfAbsent(groupKey, unknown -> new Group(now));
    if (Duration.between(group.since, now).compareTo(WINDOW) > 0) {
      group.messages.clear();
      group.since = now;
    }
    if (group.messages.size() < MESSAGES) {
      group.messages.add(it.message());
    }
    return new SeriesKey(groupKey, group.messages.contains(it.message()) ? it.message() : "");
  }

  /** As client-go names them, cut so that the longest name of an object leaves room. */
  private String name(Occurrence occurrence, Instant now) {
    String suffix = "." + Long.toHexString(unique(now));
    String name = occurrence.subject().key().name();
    int room = LONGEST_NAME - suffix.length();
    String cut =
        name.length() <= room ? name : name.substring(0, room).replaceAll("[^a-z0-9]+$", "");
    return cut + suffix;
  }

  /**
   * Nanoseconds since 1970, or the next that no Event is named by: clocks are coarser than that.
   */
  private long unique(Instant now) {
    long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    lastName = Math.max(nanos, lastName + 1);
    return lastName;
  }
}
