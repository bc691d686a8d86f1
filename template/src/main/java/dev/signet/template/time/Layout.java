package dev.signet.template.time;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A layout taken apart: literal texts, and elements. */
record Layout(List<Piece> pieces) {
  Layout {
    pieces = List.copyOf(pieces);
  }

  /**
   * A piece.
   *
   * @param before literal text before the element
   * @param element null for the last piece
   * @param width of the element in the layout
   * @param sign before a fraction
   */
  record Piece(String before, @Nullable Element element, int width, char sign) {}

  static Layout read(String octets) {
    List<Piece> pieces = new ArrayList<>();
    int literal = 0;
    int position = 0;
    while (position < octets.length()) {
      Piece piece = pieceAt(octets, literal, position);
      if (piece == null) {
        position++;
      } else {
        pieces.add(piece);
        position = literal + piece.before.length() + piece.width;
        literal = position;
      }
    }
    pieces.add(new Piece(octets.substring(literal), null, 0, '.'));
    return new Layout(pieces);
  }

  private static @Nullable Piece pieceAt(String octets, int literal, int position) {
    char octet = octets.charAt(position);
    if (octet == '.' || octet == ',') {
      int end = fractionEnd(octets, position);
      if (end < 0) {
        return null;
      }
      Element element =
          octets.charAt(position + 1) == '0' ? Element.FRACTION : Element.SHORT_FRACTION;
      return new Piece(octets.substring(literal, position), element, end - position, octet);
    }
    if (octets.startsWith("_2006", position)) {
      return piece(octets.substring(literal, position + 1), Element.LONG_YEAR);
    }
    for (Element element : Element.at(octets, position)) {
      if (!isWithinWord(octets, position, element)) {
        return piece(octets.substring(literal, position), element);
      }
    }
    return null;
  }

  private static Piece piece(String before, Element element) {
    return new Piece(before, element, element.text().length(), '.');
  }

  /** {@code Jan} and {@code Mon} are none where a small letter follows. */
  private static boolean isWithinWord(String octets, int position, Element element) {
    int next = position + element.text().length();
    return (element == Element.MONTH || element == Element.WEEKDAY)
        && next < octets.length()
        && octets.charAt(next) >= 'a'
        && octets.charAt(next) <= 'z';
  }

  /** All digits after the point must be the same 0 or 9; -1 if they are not. */
  private static int fractionEnd(String octets, int position) {
    char first = position + 1 < octets.length() ? octets.charAt(position + 1) : ' ';
    int end = position + 1;
    while (end < octets.length() && octets.charAt(end) == first) {
      end++;
    }
    boolean isDigitNext =
        end < octets.length() && octets.charAt(end) >= '0' && octets.charAt(end) <= '9';
    return (first != '0' && first != '9') || isDigitNext ? -1 : end;
  }
}
