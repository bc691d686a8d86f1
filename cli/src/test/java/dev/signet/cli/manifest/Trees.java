package dev.signet.cli.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;

/** Short ways to the trees of a test. */
final class Trees {
  private Trees() {}

  static List<Document> read(String text) {
    return DocumentReader.readAll(text.getBytes(UTF_8));
  }

  /** The only document of a text. */
  static Node.Mapping mapping(byte[] text) {
    List<Document> documents = DocumentReader.readAll(text);
    assertEquals(1, documents.size());
    return assertInstanceOf(Document.Tree.class, documents.getFirst()).root();
  }

  static Node.Mapping mapping(String text) {
    return mapping(text.getBytes(UTF_8));
  }

  static Node node(Node.Mapping map, String key) {
    return map.get(key).orElseThrow();
  }

  static Node.Scalar scalar(Node.Mapping map, String key) {
    return assertInstanceOf(Node.Scalar.class, node(map, key));
  }

  /** One line of JSON for a document, {@code !LINE REASON} for one that is broken. */
  static String show(Document document) {
    return switch (document) {
      case Document.Tree tree -> JsonWriter.compact(tree.root().toValue());
      case Document.Broken broken -> "!" + broken.line() + " " + broken.reason();
    };
  }

  static List<String> show(String text) {
    return read(text).stream().map(Trees::show).toList();
  }
}
