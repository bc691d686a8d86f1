package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ApiError;
import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.Limits;
import dev.signet.controller.kube.ListRequest;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.watch.Change.Origin;
import dev.signet.controller.kube.watch.WatchReader.End;
import dev.signet.controller.log.Log;
import dev.signet.controller.queue.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the copy of one collection true: lists, then watches from there, and goes on so until it is
 * closed, whatever the server does. A watch that ends or breaks goes on where it was; a list is
 * made anew where that cannot be, and is compared with the copy.
 */
final class Reflector<T> {
  /** What the reflectors of one informer share. */
  record Shared<T>(
      ApiServer server,
      Source<T> source,
      WatchTiming timing,
      ListTurns turns,
      RandomGenerator random) {}

  /** So many watches in a row that end in errors cast doubt on where they go on. */
  private static final int FAILURES_BEFORE_LIST = 3;

  /** So many failures in a row are no passing fault, and others wait for the first list no more. */
  private static final int FAILURES_BEFORE_SETTLED = 3;

  private final Shared<T> shared;

  /** Empty for all. */
  private final String namespace;

  private final ListRequest requests;
  private final Copy<T> copy;
  private final Complaints complaints;
  private final Log log;
  private final Thread thread;

  /** Where the next watch begins; null when a list is due. */
  private @Nullable String version;

  private int failures;
  private volatile boolean listed;
  private volatile boolean settled;

  Reflector(Shared<T> shared, String namespace, Listener<T> listener, Log log) {
    this.shared = shared;
    this.namespace = namespace;
    this.requests = shared.source().requests(namespace);
    this.copy = new Copy<>(listener, log);
    this.complaints =
        new Complaints(
            shared.source().resource(),
            namespace,
            shared.timing().pauses().betweenComplaints(),
            log);
    this.log = log;
    this.thread = Thread.ofVirtual().name("watch " + requests.path()).unstarted(this::run);
  }

  Copy<T> copy() {
    return copy;
  }

  Complaints complaints() {
    return complaints;
  }

  /** Whether it has been listed, was refused or failed again and again since the start. */
  boolean isSettled() {
    return settled;
  }

  boolean isListed() {
    return listed;
  }

  void start() {
    thread.start();
  }

  void close() {
    thread.interrupt();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        step();
      } catch (InterruptedException closed) {
        return;
      } catch (Throwable fault) {
        // Of ours, or no memory: whichever it is, a watch that ended would never be missed.
        log.error("fault in a watch", "path", requests.path(), "error", fault.getClass().getName());
        version = null;
        failures++;
        rest();
      }
    }
  }

  private void rest() {
    try {
      pause(shared.timing().pauses().refused(), Duration.ZERO);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void step() throws InterruptedException {
    String from = version;
    if (from == null) {
      list();
    } else {
      watch(from);
    }
  }

  private void list() throws InterruptedException {
    List<Kept<T>> items = new ArrayList<>();
    Outcome<String> outcome =
        shared
            .turns()
            .take(
                () ->
                    shared
                        .server()
                        .list(
                            requests,
                            item ->
                                items.add(copy.known(Kept.of(item, shared.source().reduce())))));
    switch (outcome) {
      case Outcome.Ok<String>(var listedAt) -> {
        copy.replaceAll(items, listed ? Origin.NEWS : Origin.BACKLOG);
        if (!listed) {
          copy.listed(key -> namespace.isEmpty() || namespace.equals(key.namespace()));
        }
        listed = true;
        settled = true;
        version = listedAt;
        complaints.clear();
      }
      case Outcome.Failed<String>(var error) -> failed(error);
    }
  }

  private void watch(String from) throws InterruptedException {
    long seconds = shared.timing().seconds(shared.random());
    Duration all = Duration.ofSeconds(seconds).plus(shared.timing().grace());
    Limits limits = new Limits(shared.server().answerWithin(), all);
    WatchReader<T> reader = new WatchReader<>(shared.source(), copy, from);
    long began = System.nanoTime();
    Outcome<End> outcome =
        shared.server().stream(requests.watch(from, seconds), limits, reader::read);
    version = reader.version();
    Duration lived = Duration.ofNanos(System.nanoTime() - began);
    if (reader.events() > 0 || lived.compareTo(shared.timing().steady()) >= 0) {
      failures = 0;
    }
    switch (outcome) {
      case Outcome.Ok<End>(End.InTime()) -> ended(lived);
      case Outcome.Ok<End>(End.Refused(var error)) -> failed(error);
      case Outcome.Ok<End>(End.Unreadable()) -> {
        version = null;
        failures++;
        pause(shared.timing().pauses().unreachable(), Duration.ZERO);
      }
      case Outcome.Failed<End>(var error) -> failed(error);
    }
  }

  private void ended(Duration lived) throws InterruptedException {
    complaints.clear();
    if (lived.compareTo(shared.timing().steady()) < 0) {
      failures++;
      pause(shared.timing().pauses().unreachable(), Duration.ZERO);
    }
  }

  private void failed(ApiError error) throws InterruptedException {
    failures++;
    switch (error) {
      case ApiError.Gone _ -> {
        // Ordinary: nothing was heard for so long that the server has forgotten.
        version = null;
        pause(shared.timing().pauses().unreachable(), Duration.ZERO);
      }
      case ApiError.Unreachable _ -> {
        complain(error);
        pause(shared.timing().pauses().unreachable(), Duration.ZERO);
      }
      case ApiError.TooManyRequests(var message, var after) -> {
        complain(error);
        settleAtLast();
        pause(shared.timing().pauses().refused(), asked(after));
      }
      case ApiError.ServerError _ -> {
        complain(error);
        settleAtLast();
        version = failures > FAILURES_BEFORE_LIST ? null : version;
        pause(shared.timing().pauses().refused(), Duration.ZERO);
      }
      default -> {
        settled = true;
        version = null;
        complain(error);
        pause(shared.timing().pauses().refused(), Duration.ZERO);
      }
    }
  }

  /**
   * A server that answers, but not this: one namespace that it cannot serve must not keep all
   * others from being worked on. One that does not answer at all keeps all of them.
   */
  private void settleAtLast() {
    if (failures >= FAILURES_BEFORE_SETTLED) {
      settled = true;
    }
  }

  /**
   * The first failure after a time that was well is the ordinary end of a connection, and what
   * fails because of {@link #close} is none.
   */
  private void complain(ApiError error) {
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    if (version == null || failures > 1) {
      complaints.about(error);
    }
  }

  /** A wrong number must not make us deaf for a day. */
  private Duration asked(Duration after) {
    Duration longest = shared.timing().pauses().longestAsked();
    return after.compareTo(longest) > 0 ? longest : after;
  }

  private void pause(Backoff backoff, Duration atLeast) throws InterruptedException {
    Duration pause = backoff.after(Math.max(1, failures), shared.random());
    Thread.sleep(pause.compareTo(atLeast) < 0 ? atLeast : pause);
  }
}
