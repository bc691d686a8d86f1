package dev.signet.cli.cluster;

import dev.signet.cli.cluster.Reply.Answered;
import dev.signet.cli.cluster.Reply.Late;
import dev.signet.cli.cluster.Reply.Silent;
import dev.signet.cli.terminal.Quoting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Asks until there is an answer, as client-go does: what the server wants to be asked again later
 * is asked again, a GET whose connection broke too, redirects are followed. All of it has to fit
 * into the time limit.
 */
final class Conversation {
  private static final int MOST_REPETITIONS = 10;
  private static final int MOST_REDIRECTS = 10;
  private static final Duration AFTER_A_BREAK = Duration.ofSeconds(1);
  private static final Pattern SECONDS = Pattern.compile("[-+]?\\d{1,9}");

  /** How one attempt ended, and when to try again if that makes sense. */
  private record Attempt(Reply reply, Optional<Duration> again) {
    static Attempt last(Reply reply) {
      return new Attempt(reply, Optional.empty());
    }
  }

  private final Wire wire;
  private final TimeLimit limit;
  private final Clock clock;
  private final RequestLog log;

  Conversation(Wire wire, TimeLimit limit, Clock clock, RequestLog log) {
    this.wire = wire;
    this.limit = limit;
    this.clock = clock;
    this.log = log;
  }

  /** Asks a question. An interruption of the thread ends it, and stays set. */
  Reply ask(Outgoing question) {
    Deadline deadline = new Deadline(limit.limit(), clock);
    Attempt attempt = attempt(question, deadline);
    for (int i = 0;
        i < MOST_REPETITIONS && attempt.again().filter(deadline::allows).isPresent();
        i++) {
      try {
        Thread.sleep(attempt.again().orElseThrow());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return attempt.reply();
      }
      attempt = attempt(question, deadline);
    }
    return attempt.reply();
  }

  /** Asks without repetition: only redirects are followed. */
  Reply askOnce(Outgoing question) {
    return attempt(question, new Deadline(limit.limit(), clock)).reply();
  }

  private Attempt attempt(Outgoing question, Deadline deadline) {
    Outgoing request = question;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Attempt attempt = send(request, deadline);
      if (!(attempt.reply() instanceof Answered(Incoming answer)) || answer.redirect().isEmpty()) {
        return attempt;
      }
      try {
        Address target = request.address().follow(answer.redirect().get());
        Outgoing next = request.redirected(answer.status(), target);
        // Whoever sends us elsewhere must not learn who we are there.
        request = target.hasOriginOf(question.address()) ? next : next.withoutCredentials();
      } catch (UnusableException e) {
        return Attempt.last(new Silent(described(request) + ": " + e.fault().error()));
      }
    }
    return Attempt.last(new Silent(described(request) + ": stopped after 10 redirects"));
  }

  private Attempt send(Outgoing request, Deadline deadline) {
    String scheme = request.address().scheme();
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Attempt.last(
          new Silent(
              "%s: unsupported protocol scheme \"%s\"".formatted(described(request), scheme)));
    }
    Optional<String> flaw = wire.flaw(request.address());
    if (flaw.isPresent()) {
      return Attempt.last(new Silent(described(request) + ": " + flaw.get()));
    }
    Instant start = clock.instant();
    log.sending(request);
    CompletableFuture<Incoming> future = wire.send(request);
    deadline.begin();
    try {
      Incoming answer = await(future, deadline.left());
      log.answered(request, answer, since(start));
      return new Attempt(new Answered(answer), askedToWait(answer));
    } catch (TimeoutException e) {
      future.cancel(true);
      log.failed(request, "no answer in time", since(start));
      return Attempt.last(new Late(described(request), limit.limit().orElse(Duration.ZERO)));
    } catch (ExecutionException | CancellationException e) {
      return broken(request, Breakdown.of(e), start);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return Attempt.last(new Silent(described(request) + ": interrupted"));
    }
  }

  private static Incoming await(CompletableFuture<Incoming> future, Optional<Duration> most)
      throws ExecutionException, InterruptedException, TimeoutException {
    return most.isEmpty() ? future.get() : future.get(most.get().toMillis(), TimeUnit.MILLISECONDS);
  }

  private Attempt broken(Outgoing request, Breakdown breakdown, Instant start) {
    Optional<String> proxy = wire.proxyTrouble(request.address(), breakdown);
    String why = proxy.orElseGet(() -> breakdown.text(request.address()));
    log.failed(request, why, since(start));
    Silent reply = new Silent(described(request) + ": " + why);
    // Nobody knows what became of a POST.
    return breakdown.isLostConnection() && request.isGet() && proxy.isEmpty()
        ? new Attempt(reply, Optional.of(AFTER_A_BREAK))
        : Attempt.last(reply);
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }

  /** Seconds only: client-go does not read dates either. */
  private static Optional<Duration> askedToWait(Incoming answer) {
    if (answer.status() != 429 && answer.status() < 500) {
      return Optional.empty();
    }
    return answer
        .header("Retry-After")
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Duration.ofSeconds(Math.max(0, Integer.parseInt(text))));
  }

  private static String described(Outgoing request) {
    String method = request.method();
    return method.charAt(0)
        + method.substring(1).toLowerCase(java.util.Locale.ROOT)
        + " "
        + Quoting.quote(request.address().toString());
  }
}
