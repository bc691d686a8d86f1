package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.manifest.Cutter.Piece;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes entries of a text in place: every byte that is not theirs stays as it was.
 *
 * <p>Style, order, comments, line ends and the other documents are kept. The text that comes out is
 * read again and compared with what the changes should give; unless they are equal nothing counts.
 */
public final class Editor {
  private Editor() {}

  /** How an edit ended. */
  public sealed interface Edit {
    /** The whole new text, in the encoding of the old one. */
    record Edited(String text, Encoding encoding) implements Edit {
      public byte[] bytes() {
        return encoding.encode(text);
      }
    }

    /** Nothing was changed, for a reason that names keys and lines and no value. */
    record Refused(String reason) implements Edit {}
  }

  /**
   * Makes all of the changes, one after the other, or none.
   *
   * @param document its number, as {@link Document#number} counts
   */
  public static Edit edit(byte[] text, int document, List<Change> changes) {
    Encoding encoding = Encoding.of(text);
    try {
      String edited = encoding.decode(text);
      for (Change change : changes) {
        edited = edit(edited, document, change);
      }
      return new Edit.Edited(edited, encoding);
    } catch (CharacterCodingException e) {
      return new Edit.Refused("bytes that are no UTF-8");
    } catch (RefusedException e) {
      return new Edit.Refused(e.reason());
    }
  }

  private static String edit(String text, int document, Change change) throws RefusedException {
    List<Piece> pieces = pieces(text);
    if (document < 1 || document > pieces.size()) {
      throw new RefusedException("there is no document " + document);
    }
    String edited = draft(text, pieces.get(document - 1), document, change);
    if (change instanceof Change.Remove) {
      // A key may be there more than once.
      String next = edited;
      do {
        edited = next;
        next = draft(edited, pieces(edited).get(document - 1), document, change);
      } while (!next.equals(edited));
    }
    Value before = parse(pieces.get(document - 1), document).node().toValue();
    verify(pieces, pieces(edited), document, Model.apply(before, change));
    return edited;
  }

  private static String draft(String text, Piece piece, int document, Change change)
      throws RefusedException {
    Parsed parsed = parse(piece, document);
    int start = new String(text.getBytes(UTF_8), 0, piece.offset(), UTF_8).length();
    int end = start + piece.text().length();
    Draft draft = new Draft(piece.text(), text);
    new DocumentEdit(draft, parsed.syntax()).apply(change);
    return text.substring(0, start) + draft.finish() + text.substring(end);
  }

  private static void verify(List<Piece> before, List<Piece> after, int document, Value expected)
      throws RefusedException {
    boolean same = before.size() == after.size();
    for (int i = 0; same && i < before.size(); i++) {
      same =
          i == document - 1
              ? JsonWriter.canonical(parse(after.get(i), document).node().toValue())
                  .equals(JsonWriter.canonical(expected))
              : before.get(i).text().equals(after.get(i).text());
    }
    if (!same) {
      throw new RefusedException("this text cannot be edited without changing something else");
    }
  }

  private static Parsed parse(Piece piece, int document) throws RefusedException {
    try {
      return piece.parse();
    } catch (BrokenException e) {
      throw new RefusedException(
          "document %d, line %d: %s".formatted(document, piece.line() + e.line(), e.reason()));
    }
  }

  private static List<Piece> pieces(String text) {
    try {
      Cutter cutter = new Cutter(new ByteArrayInputStream(text.getBytes(UTF_8)));
      List<Piece> pieces = new ArrayList<>();
      for (Piece piece = cutter.next(); piece != null; piece = cutter.next()) {
        pieces.add(piece);
      }
      return pieces;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
