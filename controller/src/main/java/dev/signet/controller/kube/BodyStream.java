package dev.signet.controller.kube;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, read as it comes in. Reading ends with an exception when the time is over,
 * whatever the connection does: the JDK's own timeout ends with the headers, and a connection that
 * was cut without a word would otherwise be read for ever.
 */
final class BodyStream extends InputStream {
  /** What the connection's thread hands to the reader's. */
  private sealed interface Part {
    record Bytes(ByteBuffer buffer) implements Part {}

    record End() implements Part {}

    record Broken() implements Part {}
  }

  private final LinkedBlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final LastWord server;
  private final LastWord own;
  private final long end;
  private volatile @Nullable AsyncBody source;
  private ByteBuffer current = ByteBuffer.allocate(0);
  private boolean ended;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /**
   * A body not yet there.
   *
   * @param server told of each part
   */
  BodyStream(LastWord server, LastWord own, Duration atMost) {
    this.server = server;
    this.own = own;
    this.end = System.nanoTime() + atMost.toNanos();
  }

  /** Done once nobody wants it any more, be it that the headers are not even there. */
  CompletableFuture<Void> closed() {
    return closed;
  }

  /** Takes what the connection brings. */
  void offer(List<ByteBuffer> buffers) {
    server.heard();
    own.heard();
    buffers.forEach(buffer -> parts.add(new Part.Bytes(buffer)));
  }

  /** Begins once the headers are there. */
  void begin(AsyncBody body) {
    source = body;
    var _ =
        body.done()
            .handle(
                (done, broken) -> parts.add(broken == null ? new Part.End() : new Part.Broken()));
    body.consume();
  }

  /** How long nothing has come. */
  Duration silence() {
    return own.silence();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!current.hasRemaining()) {
      if (ended || !next()) {
        return -1;
      }
    }
    int count = Math.min(length, current.remaining());
    current.get(into, offset, count);
    return count;
  }

  /** Ends the reading, from any thread, and gives the connection up. */
  @Override
  public void close() {
    closed.complete(null);
    AsyncBody body = source;
    if (body != null) {
      body.cancel();
    }
    parts.add(new Part.Broken());
  }

  /** Waits for a part; false at the end. */
  private boolean next() throws IOException {
    return switch (await()) {
      case Part.Bytes(ByteBuffer buffer) -> {
        current = buffer;
        AsyncBody body = source;
        if (parts.isEmpty() && body != null) {
          body.consume();
        }
        yield true;
      }
      case Part.End() -> {
        ended = true;
        yield false;
      }
      case Part.Broken() ->
          throw new IOException(
              closed.isDone() ? "gave up on the connection" : "the connection broke");
    };
  }

  private Part await() throws IOException {
    try {
      Part part = parts.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (part == null) {
        close();
        throw new IOException("no end of the answer in time");
      }
      return part;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      close();
      throw new IOException("interrupted");
    }
  }
}
