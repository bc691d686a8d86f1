package dev.signet.controller.kube.event;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.Request;
import dev.signet.controller.kube.Resource;
import dev.signet.controller.log.Log;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends Events from a thread of its own. What comes faster than it can be sent is dropped, and so
 * is what the server refuses: Events are a courtesy, and no work may wait for them.
 */
public final class EventRecorder implements Events, AutoCloseable {
  private static final int WAITING = 1000;
  private static final int TRIES = 3;

  /** How often it is seen that the end has come. */
  private static final Duration LOOK = Duration.ofMillis(200);

  private static final int LONGEST_MESSAGE = 4096;

  private final ApiServer server;
  private final Correlator correlator;
  private final Duration betweenTries;
  private final Log log;
  private final BlockingQueue<Occurrence> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile boolean ending;

  public EventRecorder(ApiServer server, InstantSource clock, Duration betweenTries, Log log) {
    this.server = server;
    this.correlator = new Correlator(clock);
    this.betweenTries = betweenTries;
    this.log = log;
    this.thread = Thread.ofVirtual().name("events").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void record(Subject subject, Kind kind, String reason, String message) {
    String said =
        message.length() <= LONGEST_MESSAGE
            ? message
            : message.substring(0, LONGEST_MESSAGE) + "...";
    Occurrence occurrence = new Occurrence(subject, kind, reason, said);
    log.info(occurrence.logLine());
    if (!waiting.offer(occurrence)) {
      log.debug("Event dropped: too many wait", "key", subject.key());
    }
  }

  /** Sends what waits, if that takes no longer than an answer may take. */
  @Override
  public void close() {
    ending = true;
    if (!thread.isAlive()) {
      return;
    }
    try {
      thread.join(server.answerWithin());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }

  private void run() {
    try {
      while (!ending || !waiting.isEmpty()) {
        Occurrence occurrence = waiting.poll(LOOK.toNanos(), TimeUnit.NANOSECONDS);
        Optional<Series> series =
            occurrence == null ? Optional.empty() : correlator.take(occurrence);
        if (series.isPresent()) {
          send(series.get());
        }
      }
    } catch (InterruptedException closed) {
      // The end.
    }
  }

  private void send(Series series) throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      if (i > 0) {
        Thread.sleep(betweenTries);
      }
      Outcome<ObjectNode> outcome = series.count() == 1 ? create(series) : countUp(series);
      if (!(outcome instanceof Outcome.Failed<ObjectNode>(var error))) {
        return;
      }
      log.debug("Event not stored", "key", series.what().subject().key(), "error", error.message());
      if (!mayPass(error)) {
        break;
      }
    }
    correlator.forget(series);
  }

  private Outcome<ObjectNode> create(Series series) {
    return server.call(
        Request.post(Resource.EVENTS.path(series.key().namespace()), series.toEvent()));
  }

  private Outcome<ObjectNode> countUp(Series series) {
    Outcome<ObjectNode> outcome =
        server.call(Request.mergePatch(Resource.EVENTS.path(series.key()), series.toPatch()));
    // The server keeps Events for an hour.
    return outcome instanceof Outcome.Failed<ObjectNode>(ApiError.NotFound _)
        ? create(series)
        : outcome;
  }

  private static boolean mayPass(ApiError error) {
    return switch (error) {
      case ApiError.Unreachable _, ApiError.ServerError _, ApiError.TooManyRequests _ -> true;
      default -> false;
    };
  }
}
