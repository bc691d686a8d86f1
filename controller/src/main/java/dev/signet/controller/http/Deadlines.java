package dev.signet.controller.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections that take too long over one request: a limit on silence alone would let whoever
 * sends or takes a byte now and then stay for ever.
 */
final class Deadlines implements Connection.Listener {
  private static final int LOOKS = 8;
  private static final Duration BETWEEN_LOOKS_AT_LEAST = Duration.ofMillis(20);

  private final Scheduler scheduler;
  private final Duration read;
  private final Duration write;
  private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();

  /**
   * For the connections of one connector.
   *
   * @param read that a request may take to come in; zero or less: any time
   * @param write the same of its answer
   */
  Deadlines(Scheduler scheduler, Duration read, Duration write) {
    this.scheduler = scheduler;
    this.read = read;
    this.write = write;
  }

  @Override
  public void onOpened(Connection connection) {
    if (read.isPositive() || write.isPositive()) {
      Watch watch = new Watch(connection);
      watches.put(connection, watch);
      watch.lookLater();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    Watch watch = watches.remove(connection);
    if (watch != null) {
      watch.next.cancel();
    }
  }

  private enum Phase {
    RESTING,
    HEADERS_COME_IN,
    IN_WORK
  }

  /** One connection. Looked at by one thread at a time. */
  private final class Watch implements Runnable {
    private final Connection connection;
    private volatile Scheduler.Task next = () -> false;
    private Phase phase = Phase.RESTING;
    private long answered = -1;
    private long bytesAtRest;
    private long since = System.nanoTime();

    Watch(Connection connection) {
      this.connection = connection;
    }

    void lookLater() {
      Duration shortest =
          Stream.of(read, write).filter(Duration::isPositive).sorted().findFirst().orElseThrow();
      Duration pause = shortest.dividedBy(LOOKS);
      next =
          scheduler.schedule(
              this,
              Math.max(pause.toMillis(), BETWEEN_LOOKS_AT_LEAST.toMillis()),
              TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
      look();
      Duration limit = limit();
      if (limit.isPositive() && System.nanoTime() - since > limit.toNanos()) {
        connection.getEndPoint().close(new TimeoutException("too slow"));
      } else if (watches.containsKey(connection)) {
        lookLater();
      }
    }

    private void look() {
      Phase seen = phase();
      long out = connection.getMessagesOut();
      if (seen != phase || out != answered) {
        if (seen == Phase.RESTING || out != answered) {
          bytesAtRest = connection.getBytesIn();
        }
        // What comes in goes over into work without a new start: it is still the same request.
        if (phase != Phase.HEADERS_COME_IN || out != answered) {
          since = System.nanoTime();
        }
        phase = seen;
        answered = out;
      }
    }

    private Phase phase() {
      if (connection.getMessagesIn() > connection.getMessagesOut()) {
        return Phase.IN_WORK;
      }
      return connection.getBytesIn() > bytesAtRest ? Phase.HEADERS_COME_IN : Phase.RESTING;
    }

    /** Zero or less: none. A connection at rest has the limit on silence alone. */
    private Duration limit() {
      return switch (phase) {
        case RESTING -> Duration.ZERO;
        case HEADERS_COME_IN -> read;
        case IN_WORK -> read.isPositive() && write.isPositive() ? read.plus(write) : Duration.ZERO;
      };
    }
  }
}
