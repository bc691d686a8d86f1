package dev.signet.controller.kube;

import dev.signet.controller.queue.Ticker;
import dev.signet.crds.Json;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One API server, as one client of it. Safe for many threads; each call blocks its own. */
public final class ApiServer {
  private static final int LARGEST_STATUS = 1 << 20;

  private final ClientSettings settings;
  private final Transport transport;
  private final Ticker ticker;
  private final LastWord lastWord;
  private final @Nullable Budget budget;
  private final Set<BodyStream> open = ConcurrentHashMap.newKeySet();

  public ApiServer(Config config, ClientSettings settings) {
    this.settings = settings;
    this.transport = new Transport(config, settings);
    this.ticker = Ticker.system();
    this.lastWord = new LastWord(ticker);
    this.budget = settings.limit() == null ? null : new Budget(settings.limit(), ticker);
  }

  public Secrets secrets() {
    return new RestSecrets(this);
  }

  public SealedSecrets sealedSecrets() {
    return new RestSealedSecrets(this);
  }

  /** How long nothing at all has come from the server; the time since start if nothing ever has. */
  public Duration silence() {
    return lastWord.silence();
  }

  /** Asks, and reads the whole answer. */
  public Outcome<ObjectNode> call(Request request) {
    return stream(
        request,
        new Limits(settings.answer(), settings.answer()),
        body ->
            Json.readObject(body.readAllBytes())
                .orElseThrow(() -> new IOException("the answer is no JSON object")));
  }

  /**
   * What is made of an answer while it comes in. The connection is used again only if all of it has
   * been read.
   */
  @FunctionalInterface
  public interface BodyReader<T> {
    T read(InputStream body) throws IOException;
  }

  /** Asks, and reads the answer as it comes in. */
  public <T> Outcome<T> stream(Request request, Limits limits, BodyReader<T> reader) {
    try {
      waitForBudget();
      return exchange(request, limits, reader);
    } catch (IOException broken) {
      return new Outcome.Failed<>(new ApiError.Unreachable(request + ": " + broken.getMessage()));
    }
  }

  private <T> Outcome<T> exchange(Request request, Limits limits, BodyReader<T> reader)
      throws IOException {
    BodyStream body = new BodyStream(lastWord, new LastWord(ticker), limits.all());
    open.add(body);
    try (body) {
      Transport.Answer answer = transport.send(request, body, limits);
      lastWord.heard();
      if (answer.code() / 100 != 2) {
        byte[] status = body.readNBytes(LARGEST_STATUS);
        return new Outcome.Failed<>(
            ErrorReader.read(request, answer.code(), status, answer.head().header("Retry-After")));
      }
      return new Outcome.Ok<>(reader.read(body));
    } finally {
      open.remove(body);
    }
  }

  /**
   * Lists in pages.
   *
   * @param items given each one, in no order; also those of a list that fails later
   * @return the resource version to watch from
   */
  public Outcome<String> list(ListRequest request, Consumer<ObjectNode> items) {
    PageReader reader = new PageReader(items);
    Limits limits = new Limits(settings.page(), settings.page());
    Outcome<PageReader.Page> page = stream(request.page(null), limits, reader::read);
    while (page instanceof Outcome.Ok<PageReader.Page>(var it) && !it.next().isEmpty()) {
      page = stream(request.page(it.next()), limits, reader::read);
    }
    return page.map(PageReader.Page::resourceVersion);
  }

  /** The error that a Status object stands for, where it comes inside a watch. */
  public static ApiError errorIn(JsonNode status) {
    return ErrorReader.read(status);
  }

  /** One request of the cheapest kind. */
  Outcome<ObjectNode> ping() {
    return call(Request.get("version"));
  }

  /** How long the answer to any one request may take. */
  public Duration answerWithin() {
    return settings.answer();
  }

  /**
   * After a request that got no answer: new connections for all that follow, and an end to every
   * answer that has been as silent as that request, for its connection may be as dead.
   */
  void giveUpOnSilent(Duration silence) {
    transport.renew();
    open.stream().filter(body -> body.silence().compareTo(silence) >= 0).forEach(BodyStream::close);
  }

  private void waitForBudget() throws IOException {
    if (budget == null) {
      return;
    }
    try {
      Thread.sleep(budget.take());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }
}
