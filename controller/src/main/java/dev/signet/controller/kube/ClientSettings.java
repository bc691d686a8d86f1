package dev.signet.controller.kube;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How requests are made.
 *
 * @param product name and version, for the server's audit log
 * @param connect how long a connection may take
 * @param answer how long a request may take, from the first byte sent to the last one read
 * @param page the same of one page of a list, which the server may have to put together
 * @param limit null for none, which is the default: the server has limits of its own
 */
public record ClientSettings(
    String product, Duration connect, Duration answer, Duration page, @Nullable Limit limit) {
  /** At most so many requests a second in the long run, and so many at once. */
  public record Limit(double perSecond, int atOnce) {
    public Limit {
      if (!(perSecond > 0) || atOnce < 1) {
        throw new IllegalArgumentException(
            "no limit of %s a second and %d at once".formatted(perSecond, atOnce));
      }
    }
  }

  public static ClientSettings usual(String product) {
    return new ClientSettings(
        product, Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(60), null);
  }

  public ClientSettings with(Limit newLimit) {
    return new ClientSettings(product, connect, answer, page, newLimit);
  }

  public ClientSettings withAnswerWithin(Duration newAnswer) {
    Duration newConnect = connect.compareTo(newAnswer) < 0 ? connect : newAnswer;
    return new ClientSettings(product, newConnect, newAnswer, page, limit);
  }

  public ClientSettings withPageWithin(Duration newPage) {
    return new ClientSettings(product, connect, answer, newPage, limit);
  }
}
