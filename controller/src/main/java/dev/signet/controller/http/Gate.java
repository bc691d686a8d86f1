package dev.signet.controller.http;

import dev.signet.controller.http.Intake.Reading;
import dev.signet.controller.http.RateLimit.Passage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * What stands before endpoints that anybody may send a body to. In this order: how often, how
 * large, how slow, how many at a time; whoever is refused has cost next to nothing.
 */
public final class Gate {
  /** Answers a body that got through. On a thread that may compute. */
  @FunctionalInterface
  public interface Work {
    Answer answer(ByteBuffer body) throws InterruptedException;
  }

  private static final int PART_OF_MEMORY = 8;

  private final Intake intake;
  private final Desk desk = new Desk();

  /**
   * One for all endpoints of a process.
   *
   * @param read that a whole body may take to come in; zero or less: any time
   */
  public Gate(Duration read) {
    intake = new Intake(read, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
  }

  /** An endpoint behind this gate, with a limit that it shares with no other. */
  public Endpoint post(String path, RateLimit limit, Work work) {
    return new Endpoint(path, List.of("POST"), question -> answer(question, limit, work));
  }

  private Answer answer(Question question, RateLimit limit, Work work) {
    Passage passage = limit.pass();
    Answer answer =
        passage.isRefused() ? full(passage.retrySeconds()) : answer(question.body(), work);
    return answer
        .with("X-Ratelimit-Limit", Long.toString(passage.limit()))
        .with("X-Ratelimit-Remaining", Long.toString(passage.remaining()))
        .with("X-Ratelimit-Reset", Long.toString(passage.resetSeconds()));
  }

  private Answer answer(Body body, Work work) {
    return switch (intake.read(body)) {
      case Reading.Read(ByteBuffer bytes) ->
          desk.answer(bytes.remaining(), () -> work.answer(bytes)).orElseGet(() -> full(1));
      case Reading.TooLarge() -> Answer.error(413, "the body is larger than 10 MiB\n");
      case Reading.TooSlow() -> Answer.error(408, "the body came in too slowly\n");
      case Reading.Broken() -> Answer.error(400, "the body did not come in\n");
    };
  }

  private static Answer full(long retrySeconds) {
    return Answer.error(429, "limit exceeded\n").with("Retry-After", Long.toString(retrySeconds));
  }
}
