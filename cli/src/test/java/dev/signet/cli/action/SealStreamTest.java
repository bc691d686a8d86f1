package dev.signet.cli.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.Session;
import dev.signet.crypto.RandomSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs of many documents: in order, with few of them in memory, and whole where they are few. */
@Tag("K-34")
final class SealStreamTest {
  private static final int MANY = 2000;
  private static final Pattern NAME = Pattern.compile("(?m)^  name: (s\\d+)$");

  @TempDir Path folder;
  private Session session;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void set_up() {
    session = Session.in(folder);
  }

  private static String document(int number) {
    return Session.SECRET.replace("creds", "s" + number) + "---\n";
  }

  private static String documents(int from, int to) {
    var text = new StringBuilder();
    IntStream.range(from, to).forEach(number -> text.append(document(number)));
    return text.toString();
  }

  private static String broken() {
    return document(0).replace("stringData", "data");
  }

  /** Documents that come into being when they are read. */
  private static final class Source extends InputStream {
    private final AtomicInteger documents = new AtomicInteger();
    private byte[] current = new byte[0];
    private int at;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (at == current.length) {
        if (documents.get() == MANY) {
          return -1;
        }
        current = document(documents.getAndIncrement()).getBytes(UTF_8);
        at = 0;
      }
      int count = Math.min(length, current.length - at);
      System.arraycopy(current, at, into, from, count);
      at += count;
      return count;
    }
  }

  /** Looks at the source with each write. */
  private static final class Sink extends OutputStream {
    private final Source source;
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();
    private int readAtFirst;
    private int mostAhead;

    Sink(Source source) {
      this.source = source;
    }

    @Override
    public void write(int b) {
      throw new UnsupportedOperationException("bytes are written in bulk");
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      int before = names(got).size();
      if (before == 0) {
        readAtFirst = source.documents.get();
      }
      mostAhead = Math.max(mostAhead, source.documents.get() - before);
      got.write(bytes, from, length);
    }
  }

  private static List<String> names(ByteArrayOutputStream out) {
    return NAME.matcher(out.toString(UTF_8)).results().map(it -> it.group(1)).distinct().toList();
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> "s" + number).toList();
  }

  @Test
  void a_long_stream_flows_in_order_and_keeps_little() {
    Source source = new Source();
    Sink sink = new Sink(source);
    int exit = session.run(source, sink, err, "--cert", "cert.pem", "-o", "yaml");
    assertEquals(0, exit);
    assertEquals("", err.toString(UTF_8));
    assertEquals(names(0, MANY), names(sink.got));
    assertTrue(sink.readAtFirst < MANY / 4, "read before the first was out: " + sink.readAtFirst);
    assertTrue(sink.mostAhead < MANY / 4, "in memory at a time: " + sink.mostAhead);
  }

  @Test
  void two_cores_seal_at_once() {
    var together = new CyclicBarrier(Math.min(2, Runtime.getRuntime().availableProcessors()));
    Set<Thread> met = ConcurrentHashMap.newKeySet();
    RandomSource meeting =
        bytes -> {
          if (met.add(Thread.currentThread()) && met.size() <= together.getParties()) {
            await(together);
          }
          RandomSource.secure().fill(bytes);
        };
    Session.Ran ran = session.with(meeting).seal(documents(0, 100), "-o", "yaml");
    assertEquals(0, ran.exit(), ran.err());
    assertTrue(met.size() >= together.getParties(), met.toString());
  }

  /** Whoever comes first waits for the other. */
  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (BrokenBarrierException | InterruptedException | TimeoutException e) {
      throw new AssertionError("nobody else seals", e);
    }
  }

  @Test
  void up_to_256_documents_come_out_whole_or_not_at_all() {
    Session.Ran ran = session.seal(documents(0, 254) + broken(), "-o", "yaml");
    assertEquals(1, ran.exit());
    assertEquals("", ran.out());
    assertTrue(ran.err().startsWith("error: "), ran.err());
  }

  @Test
  void in_a_longer_stream_the_error_comes_behind_what_was_good() {
    Session.Ran ran =
        session.seal(documents(0, 600) + broken() + documents(600, 1200), "-o", "yaml");
    assertEquals(1, ran.exit());
    assertTrue(ran.err().startsWith("error: "), ran.err());
    assertEquals(600, NAME.matcher(ran.out()).results().map(it -> it.group(1)).distinct().count());
    assertTrue(ran.out().contains("name: s599\n"));
  }

  @Test
  @Tag("K-66")
  void a_file_is_whole_or_untouched_however_long_the_stream() throws IOException {
    session.lay("out.yaml", "old\n");
    Session.Ran ran = session.seal(documents(0, 600) + broken(), "-w", "out.yaml");
    assertEquals(1, ran.exit());
    assertEquals("old\n", session.text("out.yaml"));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void a_reader_that_has_enough_ends_the_run() {
    Source source = new Source();
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertEquals(1, session.run(source, gone, err, "--cert", "cert.pem"));
    assertEquals("error: write /dev/stdout: broken pipe\n", err.toString(UTF_8));
    assertTrue(source.documents.get() < MANY / 4, "read in vain: " + source.documents.get());
  }

  @Test
  void large_documents_fill_the_window_sooner() {
    String large = Session.SECRET.replace("hunter2", "x".repeat(300_000)) + "---\n";
    Session.Ran ran = session.seal(large.repeat(80) + broken(), "-o", "yaml");
    assertEquals(1, ran.exit());
    assertTrue(ran.out().length() > 1 << 20, "only " + ran.out().length());
  }
}
