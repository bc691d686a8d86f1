package dev.signet.cli.resource;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.manifest.Node;
import dev.signet.cli.manifest.Node.Mapping;
import dev.signet.cli.manifest.Node.Scalar;
import dev.signet.cli.manifest.Node.Sequence;
import dev.signet.cli.manifest.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads SealedSecrets. Whether an object says that it is one is for the caller to ask: the
 * controller's endpoints get whatever there is.
 */
public final class SealedReader {
  private static final Set<String> LISTS = Set.of("List", "SealedSecretList");

  private SealedReader() {}

  public static SealedReading read(Document.Tree document) {
    return read(document, document.root(), FieldPath.ROOT);
  }

  /** The same, but each of a list is read by itself. */
  public static List<SealedReading> readEach(Document.Tree document) {
    Mapping root = document.root();
    boolean isList =
        root.field("kind").orElse(null) instanceof Scalar kind && LISTS.contains(kind.string());
    if (!isList || !(root.field("items").orElse(null) instanceof Sequence items)) {
      return List.of(read(document));
    }
    List<SealedReading> readings = new ArrayList<>();
    for (Node item : items.items()) {
      FieldPath path = FieldPath.ROOT.field("items").item(readings.size());
      if (item instanceof Mapping mapping) {
        readings.add(read(document, mapping, path));
      } else {
        Findings findings = new Findings(document);
        findings.unfit(item, path, "a SealedSecret");
        readings.add(new SealedReading.Unfit(findings.misfits()));
      }
    }
    return readings;
  }

  private static SealedReading read(Document.Tree document, Mapping mapping, FieldPath path) {
    Findings findings = new Findings(document);
    Value.Fields value = new TypedReader(findings).read(mapping, Shapes.SEALED_SECRET, path);
    return findings.misfits().isEmpty()
        ? new SealedReading.Read(new SealedManifest(document.number(), value))
        : new SealedReading.Unfit(findings.misfits());
  }

  /** A document as it is written anew, with the fields that nobody knows behind the others. */
  public static Value rewritten(Document.Tree document) {
    return new TypedReader(new Findings(document))
        .keepingUnknown()
        .read(document.root(), Shapes.SEALED_SECRET, FieldPath.ROOT);
  }
}
