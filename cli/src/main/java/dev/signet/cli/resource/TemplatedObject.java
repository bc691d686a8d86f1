package dev.signet.cli.resource;

import dev.signet.cli.manifest.Node;
import dev.signet.cli.manifest.Node.Mapping;
import dev.signet.cli.manifest.Node.Scalar;
import dev.signet.crds.SealedSecretNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a SealedSecret says of templates, with the places where it says so.
 *
 * @param name namespace and name, or the name alone
 * @param items that are sealed in it
 * @param templates by key
 * @param dropped keys that are set to null, which takes them out of the Secret
 */
public record TemplatedObject(
    String name,
    SequencedSet<String> items,
    SequencedMap<String, Scalar> templates,
    Set<String> dropped) {

  /** All SealedSecrets of a document, which may be a list of objects. */
  public static List<TemplatedObject> allIn(Mapping root) {
    List<TemplatedObject> all = new ArrayList<>();
    if (root.field("items").orElse(null) instanceof Node.Sequence(List<Node> objects, _)
        && text(root, "kind").endsWith("List")) {
      for (Node object : objects) {
        if (object instanceof Mapping mapping) {
          all.addAll(allIn(mapping));
        }
      }
    } else if (text(root, "kind").equals(SealedSecretNames.KIND)) {
      all.add(of(root));
    }
    return all;
  }

  private static TemplatedObject of(Mapping root) {
    SequencedMap<String, Scalar> templates = new LinkedHashMap<>();
    Set<String> dropped = new TreeSet<>();
    Optional<Mapping> spec = map(root, "spec");
    spec.flatMap(it -> map(it, "template"))
        .flatMap(it -> map(it, "data"))
        .ifPresent(
            data ->
                data.effective()
                    .forEach(
                        (key, entry) -> {
                          if (entry.value() instanceof Scalar scalar) {
                            add(key, scalar, templates, dropped);
                          }
                        }));
    SequencedSet<String> items = new LinkedHashSet<>();
    spec.flatMap(it -> map(it, "encryptedData"))
        .ifPresent(data -> items.addAll(data.effective().keySet()));
    return new TemplatedObject(name(root), items, templates, dropped);
  }

  private static void add(
      String key, Scalar scalar, SequencedMap<String, Scalar> templates, Set<String> dropped) {
    if (scalar.type() == Node.Type.NULL) {
      dropped.add(key);
    } else {
      templates.put(key, scalar);
    }
  }

  private static String name(Mapping root) {
    Optional<Mapping> metadata = map(root, "metadata");
    String name = metadata.map(it -> text(it, "name")).orElse("");
    String namespace = metadata.map(it -> text(it, "namespace")).orElse("");
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  private static Optional<Mapping> map(Mapping parent, String name) {
    return parent.field(name).filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  private static String text(Mapping parent, String name) {
    return parent.field(name).orElse(null) instanceof Scalar scalar ? scalar.string() : "";
  }
}
