package dev.signet.cli.manifest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/**
 * Cuts an input into documents and reads each when it is asked for, so that an endless stream needs
 * the memory of its largest document. A read error of the input surfaces as {@link
 * java.io.UncheckedIOException}.
 */
public final class DocumentReader implements Iterator<Document> {
  public DocumentReader(InputStream in) {}

  /** All documents of a text that is here already. */
  public static List<Document> readAll(byte[] text) {
    return List.of(new DocumentReader(new ByteArrayInputStream(text)).next());
  }

  @Override
  public boolean hasNext() {
    throw new UnsupportedOperationException("not written yet");
  }

  @Override
  public Document next() {
    throw new UnsupportedOperationException("not written yet");
  }
}
