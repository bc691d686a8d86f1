package dev.signet.controller.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signet.controller.http.Intake.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("C-164")
@Tag("C-165")
@Timeout(120)
final class IntakeTest {
  private static final int MEBIBYTE = 1024 * 1024;

  private final Intake intake = new Intake(Duration.ZERO, Intake.LARGEST);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    threads.shutdownNow();
    threads.close();
  }

  @Test
  void who_gives_way_holds_nothing_while_he_waits_and_is_refused_when_he_goes_on()
      throws Exception {
    Halting first = new Halting(6 * MEBIBYTE);
    var firstReading = arriving(first);
    first.awaitHalt();
    assertEquals(6 * MEBIBYTE, intake.held());

    Halting second = new Halting(5 * MEBIBYTE);
    var secondReading = arriving(second);
    second.awaitHalt();
    assertEquals(5 * MEBIBYTE, intake.held());

    first.goOn.countDown();
    assertInstanceOf(Reading.TooSlow.class, firstReading.join());
    assertEquals(5 * MEBIBYTE, intake.held());
    second.goOn.countDown();
    var read = assertInstanceOf(Reading.Read.class, secondReading.join());
    assertEquals(5 * MEBIBYTE + 1, read.body().remaining());
    assertEquals(0, intake.held());
  }

  @Test
  void of_too_many_at_once_the_first_gives_way_and_holds_nothing() throws Exception {
    Halting first = new Halting(MEBIBYTE);
    var reading = arriving(first);
    first.awaitHalt();
    for (int i = 0; i < 256; i++) {
      Halting other = new Halting(1);
      var _ = arriving(other);
      other.awaitHalt();
    }
    assertEquals(256 * Arrival.PIECE, intake.held());
    first.goOn.countDown();
    assertInstanceOf(Reading.TooSlow.class, reading.join());
  }

  @Test
  void the_largest_body_comes_in_and_no_byte_more() {
    byte[] bytes = new byte[Intake.LARGEST];
    new Random(1).nextBytes(bytes);
    var read = assertInstanceOf(Reading.Read.class, intake.read(body(stuttering(bytes))));
    assertArrayEquals(bytes, bytes(read.body()));
    InputStream more =
        new SequenceInputStream(
            new ByteArrayInputStream(bytes), new ByteArrayInputStream(new byte[1]));
    assertInstanceOf(Reading.TooLarge.class, intake.read(body(more)));
    assertEquals(0, intake.held());
  }

  @Test
  void what_is_dropped_is_gone() {
    Arrival arrival = new Arrival();
    assertEquals(Arrival.PIECE, arrival.add(new byte[Arrival.PIECE], Arrival.PIECE));
    assertEquals(Arrival.PIECE, arrival.add(new byte[1], 1));
    assertEquals(0, arrival.add(new byte[9], 9));
    assertEquals(Arrival.PIECE + 10, arrival.whole().remaining());
    assertEquals(2 * Arrival.PIECE, arrival.drop());
    assertEquals(0, arrival.whole().remaining());
    assertEquals(0, arrival.drop());
  }

  private CompletableFuture<Reading> arriving(InputStream in) {
    return CompletableFuture.supplyAsync(() -> intake.read(body(in)), threads);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static Body body(InputStream in) {
    return new Body() {
      @Override
      public long declaredLength() {
        return -1;
      }

      @Override
      public InputStream open() {
        return in;
      }
    };
  }

  /** In parts of many lengths. */
  private static InputStream stuttering(byte[] bytes) {
    Random random = new Random(2);
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int at, int count) {
        return super.read(into, at, 1 + random.nextInt(count));
      }
    };
  }

  /** Sends so much, waits until it may go on, and sends one byte more. */
  private static final class Halting extends InputStream {
    private final CountDownLatch halted = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final InputStream before;
    private boolean isOver;

    Halting(int size) {
      before = new ByteArrayInputStream(new byte[size]);
    }

    void awaitHalt() throws InterruptedException {
      halted.await();
    }

    @Override
    public int read(byte[] into, int at, int count) throws IOException {
      int read = before.read(into, at, count);
      if (read >= 0 || isOver) {
        return read;
      }
      halted.countDown();
      try {
        goOn.await();
      } catch (InterruptedException _) {
        throw new InterruptedIOException();
      }
      isOver = true;
      into[at] = 'x';
      return 1;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
  }
}
