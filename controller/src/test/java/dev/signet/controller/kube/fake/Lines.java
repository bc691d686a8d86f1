package dev.signet.controller.kube.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.controller.log.Level;
import dev.signet.controller.log.Log;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** A log to look into. */
public final class Lines {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public Log log() {
    PrintStream stream = new PrintStream(bytes, true, UTF_8);
    return new Log(Log.Format.TEXT, Level.DEBUG, stream, stream, () -> Instant.EPOCH);
  }

  public List<String> all() {
    return bytes.toString(UTF_8).lines().toList();
  }

  public List<String> containing(String text) {
    return all().stream().filter(line -> line.contains(text)).toList();
  }
}
