package dev.signet.controller.http;

import java.util.function.LongSupplier;

/**
 * How often something may be asked for, whoever asks: nothing a caller sends has a say in it.
 *
 * <p>The generic cell rate algorithm (ITU-T I.371): one number, the time at which all that was let
 * through would be paid off, tells what the upstream project's headers tell.
 */
public final class RateLimit {
  private static final long SECOND = 1_000_000_000L;
  private static final long MOST = 1_000_000_000L;

  private final LongSupplier nanos;
  private final long began;
  private final long interval;
  private final long places;
  private long paidOff;

  /**
   * At its start all places are free.
   *
   * @param perSecond places that come free in a second, at least 1
   * @param burst places beside the first
   * @param nanos a clock that never goes back
   */
  public RateLimit(long perSecond, long burst, LongSupplier nanos) {
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.interval = Math.max(1, SECOND / perSecond);
    this.places = 1 + Math.min(burst, MOST);
  }

  /**
   * What becomes of one request.
   *
   * @param limit most that are let through at once
   * @param remaining how many more would be now
   * @param resetSeconds until all places are free
   * @param retrySeconds until one is; 0 if this one was let through
   */
  record Passage(long limit, long remaining, long resetSeconds, long retrySeconds) {
    boolean isRefused() {
      return retrySeconds > 0;
    }
  }

  synchronized Passage pass() {
    long now = nanos.getAsLong() - began;
    long debt = Math.max(0, paidOff - now);
    long most = interval * places;
    if (debt + interval > most) {
      return new Passage(places, 0, seconds(debt), Math.max(1, seconds(debt + interval - most)));
    }
    paidOff = now + debt + interval;
    return new Passage(places, (most - debt - interval) / interval, seconds(debt + interval), 0);
  }

  /** Begun ones count. */
  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, SECOND);
  }
}
