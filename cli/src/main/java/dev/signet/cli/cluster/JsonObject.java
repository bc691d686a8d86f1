package dev.signet.cli.cluster;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.manifest.DocumentReader;
import dev.signet.cli.manifest.Node;
import java.util.List;
import java.util.Optional;

/** An object that a server or a plugin sent; what is not as expected counts as absent. */
record JsonObject(Node.Mapping mapping) {

  /** Reads a text; empty if it is no object, or an empty one. */
  static Optional<JsonObject> read(byte[] text) {
    List<Document> documents = DocumentReader.readAll(text);
    return !documents.isEmpty() && documents.getFirst() instanceof Document.Tree tree
        ? Optional.of(new JsonObject(tree.root()))
        : Optional.empty();
  }

  String text(String name) {
    return mapping.get(name).orElse(null) instanceof Node.Scalar scalar
            && scalar.type() != Node.Type.NULL
        ? scalar.text()
        : "";
  }

  Optional<JsonObject> object(String name) {
    return mapping.get(name).orElse(null) instanceof Node.Mapping inner
        ? Optional.of(new JsonObject(inner))
        : Optional.empty();
  }

  /** The objects of a list. */
  List<JsonObject> list(String name) {
    return mapping.get(name).orElse(null) instanceof Node.Sequence sequence
        ? sequence.items().stream()
            .filter(Node.Mapping.class::isInstance)
            .map(item -> new JsonObject((Node.Mapping) item))
            .toList()
        : List.of();
  }
}
