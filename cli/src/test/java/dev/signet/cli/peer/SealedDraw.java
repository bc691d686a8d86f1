package dev.signet.cli.peer;

import static dev.signet.cli.peer.Tree.field;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.peer.Tree.Bare;
import dev.signet.cli.peer.Tree.Field;
import dev.signet.cli.peer.Tree.Fields;
import dev.signet.cli.peer.Tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Draws SealedSecrets whose values open, but for some. */
final class SealedDraw {
  private final Draw draw;
  private final OtherHand hand;

  SealedDraw(Draw draw, OtherHand hand) {
    this.draw = draw;
    this.hand = hand;
  }

  /**
   * A SealedSecret without any oddity, fields in kubeseal's order.
   *
   * @param scope its annotation, or empty
   */
  Fields tidy(String namespace, String name, String scope) {
    Fields place = Tree.fields(field("name", name), field("namespace", namespace));
    Fields annotated =
        Tree.fields(
            field("name", name),
            field("namespace", namespace),
            field("annotations", Tree.fields(field(scope, "true"))));
    List<Field> template = new ArrayList<>(List.of(field("metadata", templateOf(place, scope))));
    if (draw.oneIn(3)) {
      template.add(field("type", "Opaque"));
    }
    if (draw.oneIn(6)) {
      template.add(field("immutable", new Bare("true")));
    }
    return Tree.fields(
        field("kind", "SealedSecret"),
        field("apiVersion", "bitnami.com/v1alpha1"),
        field("metadata", scope.isEmpty() ? place : annotated),
        field(
            "spec",
            Tree.fields(
                field("template", new Fields(template)),
                field("encryptedData", values(label(namespace, name, scope))))));
  }

  /** Labels and annotations stand there always: upstream cannot merge into a template without. */
  private Fields templateOf(Fields place, String scope) {
    List<Field> fields = new ArrayList<>(place.list());
    fields.add(field("labels", Tree.fields(field("app", "x"))));
    Field note = field("note", "kept");
    fields.add(
        field(
            "annotations",
            scope.isEmpty() ? Tree.fields(note) : Tree.fields(note, field(scope, "true"))));
    return new Fields(fields);
  }

  private Fields values(String label) {
    TreeMap<String, String> values = new TreeMap<>();
    for (int left = draw.between(1, 4); left > 0; left--) {
      values.put(
          draw.of("user", "password", "tls.crt", "a", "B", "config.yaml", "x-1"),
          hand.seal(label, Words.text(draw).getBytes(UTF_8)));
    }
    List<Field> fields = new ArrayList<>();
    values.forEach((key, value) -> fields.add(field(key, value)));
    return new Fields(fields);
  }

  /** A SealedSecret as somebody may have left it behind. */
  Fields any() {
    String name = Words.name(draw);
    String namespace = Words.namespace(draw);
    String scope = draw.of("", "", Words.NAMESPACE_WIDE, Words.CLUSTER_WIDE);
    List<Field> fields = new ArrayList<>();
    fields.add(field("apiVersion", draw.oneIn(40) ? "v1" : "bitnami.com/v1alpha1"));
    fields.add(field("kind", draw.oneIn(40) ? "Secret" : "SealedSecret"));
    fields.add(field("metadata", metadata(namespace, name, scope)));
    fields.add(field("spec", spec(label(namespace, name, scope))));
    if (draw.oneIn(12)) {
      fields.add(field(draw.of("status", "extra"), Tree.fields(field("a", "b"))));
    }
    return new Fields(fields);
  }

  private Fields metadata(String namespace, String name, String scope) {
    List<Field> fields = new ArrayList<>();
    fields.add(field("name", draw.oneIn(20) ? "renamed" : name));
    if (!draw.oneIn(20)) {
      fields.add(field("namespace", namespace));
    }
    if (!scope.isEmpty() && !draw.oneIn(20)) {
      fields.add(field("annotations", Tree.fields(field(scope, draw.oneIn(20) ? "yes" : "true"))));
    }
    if (draw.oneIn(10)) {
      fields.add(field("labels", Tree.fields(field("own", "label"))));
    }
    if (draw.oneIn(8)) {
      fields.add(field("uid", "0b3e3a52-7c1e-4bb8-a7d8-6f8dd2a1a0ef"));
    }
    if (draw.oneIn(12)) {
      fields.add(field("creationTimestamp", new Bare(draw.of("null", "2024-01-02T03:04:05Z"))));
    }
    return new Fields(fields);
  }

  private Fields spec(String label) {
    List<Field> items = new ArrayList<>();
    for (int left = draw.of(0, 1, 1, 2, 3); left > 0; left--) {
      items.add(field(key(), sealed(label)));
    }
    List<Field> fields = new ArrayList<>();
    fields.add(field("encryptedData", new Fields(items)));
    if (!draw.oneIn(3)) {
      fields.add(field("template", template()));
    }
    return new Fields(fields);
  }

  /** Errors name keys, and the empty one cannot be told from none. */
  private String key() {
    String key = Words.key(draw);
    return key.isEmpty() ? "x" : key;
  }

  private Tree sealed(String label) {
    String text = hand.seal(label, Words.text(draw).getBytes(UTF_8));
    return switch (draw.below(60)) {
      case 0 -> new Text(text.substring(0, draw.below(text.length())));
      case 1 -> new Text(text.replace(text.charAt(100), '!'));
      case 2 -> new Text(hand.seal("elsewhere", new byte[0]));
      case 3 -> new Text("");
      case 4 -> new Bare("null");
      case 5 -> new Text(text.substring(0, 90) + "\n" + text.substring(90));
      case 6 -> new Text(text.charAt(50) + text.substring(1));
      default -> new Text(text);
    };
  }

  private Tree template() {
    List<Field> fields = new ArrayList<>();
    List<Field> metadata = new ArrayList<>();
    if (draw.oneIn(2)) {
      metadata.add(field("labels", Tree.fields(field("app", Words.text(draw)))));
    }
    if (draw.oneIn(2)) {
      String skip = "sealedsecrets.bitnami.com/skip-set-owner-references";
      String key = draw.of("note", skip, "sealedsecrets.bitnami.com/managed");
      metadata.add(field("annotations", Tree.fields(field(key, draw.of("true", "x")))));
    }
    if (draw.oneIn(6)) {
      metadata.add(field("name", "other"));
    }
    fields.add(field("metadata", new Fields(metadata)));
    if (draw.oneIn(3)) {
      fields.add(field("type", draw.of("Opaque", "kubernetes.io/tls")));
    }
    if (draw.oneIn(5)) {
      fields.add(field("immutable", new Bare(draw.of("true", "false"))));
    }
    return new Fields(fields);
  }

  private static String label(String namespace, String name, String scope) {
    return switch (scope) {
      case Words.CLUSTER_WIDE -> "";
      case Words.NAMESPACE_WIDE -> namespace;
      default -> namespace + "/" + name;
    };
  }
}
