package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Cutter.Piece;
import dev.signet.cli.manifest.Document.Broken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into documents and reads each when it is asked for, so that an endless stream needs
 * the memory of its largest document. A read error of the input surfaces as {@link
 * UncheckedIOException}.
 *
 * <p>Documents are JSON or YAML, in UTF-8 or, with a byte order mark, UTF-16; they are separated by
 * lines that begin with {@code ---}, and JSON objects need nothing between them.
 */
public final class DocumentReader implements Iterator<Document> {
  private final Cutter cutter;
  private int number;
  private @Nullable Document next;

  /** Reads the first bytes at once, to know the encoding. */
  public DocumentReader(InputStream in) {
    try {
      cutter = new Cutter(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All documents of a text that is here already. */
  public static List<Document> readAll(byte[] text) {
    List<Document> all = new ArrayList<>();
    new DocumentReader(new ByteArrayInputStream(text)).forEachRemaining(all::add);
    return List.copyOf(all);
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null) {
        Piece piece = cutter.next();
        if (piece == null) {
          return false;
        }
        number++;
        next = document(piece, number);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Document next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no document left");
    }
    Document document = next;
    next = null;
    if (document == null) {
      throw new NoSuchElementException("no document left");
    }
    return document;
  }

  /** The document, or null if there is nothing in it. */
  private static @Nullable Document document(Piece piece, int number) {
    try {
      Parsed parsed = piece.parse();
      Node root = parsed.node();
      if (root instanceof Node.Mapping mapping) {
        return mapping.entries().isEmpty()
            ? null
            : new Document.Tree(number, piece.line(), mapping, piece.notation(), parsed.remarks());
      }
      if (root instanceof Node.Scalar scalar) {
        return scalar.type() == Node.Type.NULL
            ? null
            : new Broken(number, piece.line(), "a single value, no object");
      }
      return new Broken(number, piece.line(), "a list, no object");
    } catch (BrokenException e) {
      return new Broken(number, piece.line() + e.line(), e.reason());
    }
  }
}
