package dev.signet.cli.manifest;

import java.util.List;

/** A change to one document: the names of fields lead to an entry of nested maps. */
public sealed interface Change {
  List<String> path();

  /** Puts a string there; maps that are missing on the way are made. */
  record Put(List<String> path, String value) implements Change {
    public Put {
      path = List.copyOf(path);
    }
  }

  /** Takes the entry away; it need not be there. */
  record Remove(List<String> path) implements Change {
    public Remove {
      path = List.copyOf(path);
    }
  }
}
