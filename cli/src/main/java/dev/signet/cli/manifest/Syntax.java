package dev.signet.cli.manifest;

import java.util.List;

/** A tree as it is written: where each part stands, how it is styled, aliases as such. */
sealed interface Syntax {
  Span span();

  /**
   * Offsets of characters in the text of the document, the end exclusive.
   *
   * <p>A node begins with its anchor or tag. One that is written as nothing is empty.
   *
   * @param line from 0
   * @param column from 0
   */
  record Span(int start, int end, int line, int column) {
    Span to(int newEnd) {
      return new Span(start, newEnd, line, column);
    }
  }

  /** How a map or list is written. */
  enum Layout {
    BLOCK,
    FLOW
  }

  /** How a scalar is written. */
  enum Quotes {
    PLAIN,
    SINGLE,
    DOUBLE,
    BLOCK
  }

  /**
   * Written entry by entry.
   *
   * @param name anchor, or empty
   */
  record Map(Span span, String name, Layout layout, List<Pair> pairs) implements Syntax {}

  record Pair(Syntax key, Syntax value) {}

  /**
   * Written item by item.
   *
   * @param name anchor, or empty
   */
  record Items(Span span, String name, Layout layout, List<Syntax> items) implements Syntax {}

  /**
   * One word or text.
   *
   * @param name anchor, or empty
   * @param tag in full, or empty
   * @param text quotes and escapes undone
   */
  record Leaf(Span span, String name, String tag, Quotes quotes, String text) implements Syntax {}

  /** A reference to what an anchor names. */
  record Alias(Span span, Syntax target) implements Syntax {}
}
