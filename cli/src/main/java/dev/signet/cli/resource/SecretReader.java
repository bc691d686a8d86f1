package dev.signet.cli.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.manifest.Node;
import dev.signet.cli.manifest.Node.Mapping;
import dev.signet.cli.manifest.Node.Scalar;
import dev.signet.cli.manifest.Node.Sequence;
import dev.signet.cli.manifest.Value;
import dev.signet.crypto.GoBase64;
import dev.signet.crypto.IllegalBase64Exception;
import dev.signet.crypto.Plaintext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads Secrets, alone or in a list. Kind and version of a lone object are not looked at. */
public final class SecretReader {
  private static final Set<String> LISTS = Set.of("List", "SecretList");

  private SecretReader() {}

  public static List<SecretReading> read(Document.Tree document) {
    String origin = "document " + document.number();
    Mapping root = document.root();
    if (LISTS.contains(kind(root)) && root.field("items").orElse(null) instanceof Sequence items) {
      List<SecretReading> readings = new ArrayList<>();
      for (Node item : items.items()) {
        FieldPath path = FieldPath.ROOT.field("items").item(readings.size());
        readings.add(listed(document, item, path));
      }
      return readings;
    }
    return List.of(secret(new Findings(document), root, FieldPath.ROOT, origin));
  }

  private static SecretReading listed(Document.Tree document, Node item, FieldPath path) {
    Findings findings = new Findings(document);
    if (!(item instanceof Mapping mapping)) {
      findings.unfit(item, path, "a Secret");
      return new SecretReading.Unfit(findings.misfits());
    }
    String kind = kind(mapping);
    if (!kind.isEmpty() && !kind.equals("Secret")) {
      findings.unfit(item, path, "a Secret, found kind " + kind);
      return new SecretReading.Unfit(findings.misfits());
    }
    String origin = "document %d, %s".formatted(document.number(), path);
    return secret(findings, mapping, path, origin);
  }

  private static String kind(Mapping mapping) {
    return mapping.field("kind").orElse(null) instanceof Scalar scalar ? scalar.string() : "";
  }

  private static SecretReading secret(
      Findings findings, Mapping mapping, FieldPath path, String origin) {
    Document.Notation notation = findings.notation();
    Map<String, Value> fields = new TypedReader(findings).read(mapping, Shapes.SECRET, path).map();
    SequencedMap<String, Plaintext> items = new TreeMap<>();
    Items reader = new Items(findings, items);
    boolean hasData = reader.read(mapping.all("data"), path.field("data"), reader::decoded);
    boolean hasText =
        reader.read(mapping.all("stringData"), path.field("stringData"), reader::encoded);
    if (!findings.misfits().isEmpty()) {
      return new SecretReading.Unfit(findings.misfits());
    }
    List<String> remarks = findings.remarks();
    if (findings.notation() != notation) {
      fields = new TypedReader(findings).read(mapping, Shapes.SECRET, path).map();
    }
    Metadata metadata = Metadata.of(fields.get("metadata"));
    boolean isBlank = fields.size() == 1 && metadata.isEmpty() && !hasData && !hasText;
    if (isBlank) {
      return new SecretReading.Blank(origin);
    }
    return new SecretReading.Read(
        new PlainSecret(origin, metadata, items, type(fields), immutable(fields)), remarks);
  }

  private static String type(Map<String, Value> fields) {
    return fields.get("type") instanceof Value.Text(String text) ? text : "";
  }

  private static @Nullable Boolean immutable(Map<String, Value> fields) {
    return fields.get("immutable") instanceof Value.Bool(boolean value) ? value : null;
  }

  /** Reads maps of items into one. */
  private record Items(Findings findings, SequencedMap<String, Plaintext> items) {
    interface Conversion {
      @Nullable Plaintext of(Scalar scalar, FieldPath path);
    }

    /** Gives whether there is a map, empty or not. */
    boolean read(List<Node> nodes, FieldPath path, Conversion conversion) {
      boolean hasMap = false;
      for (Node node : nodes) {
        hasMap |= read(node, path, conversion);
      }
      return hasMap;
    }

    private boolean read(Node node, FieldPath path, Conversion conversion) {
      return switch (node) {
        case Mapping mapping -> {
          mapping.effective().forEach((key, entry) -> item(entry, path.field(key), conversion));
          yield true;
        }
        case Scalar scalar when scalar.type() == Node.Type.NULL -> false;
        case Node other -> {
          findings.unfit(other, path, "a map");
          yield true;
        }
      };
    }

    private void item(Node.Entry entry, FieldPath path, Conversion conversion) {
      if (entry.name().changed()) {
        findings.changed(entry.name(), path);
      }
      Node node = entry.value();
      Plaintext value = node instanceof Scalar scalar ? conversion.of(scalar, path) : null;
      if (value != null) {
        items.put(entry.key(), value);
      } else if (!(node instanceof Scalar)) {
        findings.unfit(node, path, "a string");
      }
    }

    @Nullable Plaintext decoded(Scalar scalar, FieldPath path) {
      if (scalar.type() != Node.Type.STRING && scalar.type() != Node.Type.NULL) {
        findings.unfit(scalar, path, "base64 text");
        return null;
      }
      try {
        return Plaintext.of(GoBase64.decode(scalar.string()));
      } catch (IllegalBase64Exception e) {
        findings.illegalBase64(scalar, path, e);
        return null;
      }
    }

    Plaintext encoded(Scalar scalar, FieldPath path) {
      if (scalar.type() != Node.Type.STRING && scalar.type() != Node.Type.NULL) {
        findings.standIn();
      }
      if (scalar.changed() && scalar.type() != Node.Type.NULL) {
        findings.changed(scalar, path);
      }
      return Plaintext.of(scalar.string().getBytes(UTF_8));
    }
  }
}
