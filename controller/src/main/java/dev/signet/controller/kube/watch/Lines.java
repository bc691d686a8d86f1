package dev.signet.controller.kube.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Splits what comes in at line feeds. What is behind the last one is no line. */
final class Lines {
  /** Far beyond what a server stores: etcd takes 1.5 MiB. */
  private static final int LONGEST = 64 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[16 << 10];
  private int from;
  private int to;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line without its end; empty at the end. */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int end = lineFeed();
      line.write(buffer, from, end - from);
      if (end < to) {
        from = end + 1;
        return Optional.of(line.toByteArray());
      }
      if (line.size() > LONGEST) {
        throw new IOException("a line is too long");
      }
      from = 0;
      to = in.read(buffer);
      if (to < 0) {
        to = 0;
        return Optional.empty();
      }
    }
  }

  /** The end of what there is, if there is none. */
  private int lineFeed() {
    int i = from;
    while (i < to && buffer[i] != '\n') {
      i++;
    }
    return i;
  }
}
