package dev.signet.cli.manifest;

import java.util.List;

/** One document of an input. Empty ones ({@code null} and <code>{}</code> too) never appear. */
public sealed interface Document {
  /** Counted from 1 over the documents that have any content. */
  int number();

  /** Line of the input where its content begins, from 1. */
  int line();

  /**
   * An object.
   *
   * @param notation what it is written in
   * @param remarks what a person should know though it is no error: a key given twice, text that
   *     nobody reads
   */
  record Tree(int number, int line, Node.Mapping root, Notation notation, List<Remark> remarks)
      implements Document {
    public Tree {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Text that cannot be parsed, or is no object.
   *
   * @param line where it went wrong
   * @param reason for a person, without any text of the document
   */
  record Broken(int number, int line, String reason) implements Document {}

  /** What a document is written in. */
  enum Notation {
    JSON,
    YAML
  }

  /** Lower case, no full stop; names keys, never values. */
  record Remark(int line, String text) {}
}
