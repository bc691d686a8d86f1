package dev.signet.cli.peer;

import static dev.signet.cli.peer.Tree.field;

import dev.signet.cli.peer.Tree.Alias;
import dev.signet.cli.peer.Tree.Anchored;
import dev.signet.cli.peer.Tree.Bare;
import dev.signet.cli.peer.Tree.Field;
import dev.signet.cli.peer.Tree.Fields;
import dev.signet.cli.peer.Tree.Items;
import dev.signet.cli.peer.Tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Draws Secrets: most of them fine, some with a field that is not. */
final class SecretDraw {
  private final Draw draw;

  SecretDraw(Draw draw) {
    this.draw = draw;
  }

  Tree secret() {
    List<Field> fields = new ArrayList<>();
    some(30, fields, () -> field("apiVersion", scalar("v1")));
    some(30, fields, () -> field("kind", scalar(draw.oneIn(30) ? "ConfigMap" : "Secret")));
    some(40, fields, () -> field(cased("metadata"), metadata()));
    rare(4, fields, () -> field("type", scalar(draw.of("Opaque", "kubernetes.io/tls", ""))));
    rare(10, fields, () -> field("immutable", new Bare(draw.of("true", "false", "yes", "null"))));
    some(5, fields, () -> field(cased("data"), items(this::dataValue)));
    rare(2, fields, () -> field(cased("stringData"), items(() -> string(9))));
    rare(25, fields, () -> field(draw.of("status", "extra", "Immutable", "spec"), junk()));
    rare(120, fields, () -> field(draw.of("data", "metadata", "type", "stringData"), junk()));
    if (draw.oneIn(12)) {
      merged(fields);
    }
    return new Fields(draw.oneIn(10) ? shuffled(fields) : fields);
  }

  /** A map that another takes over by a merge key, as a hand-written file has it. */
  private void merged(List<Field> fields) {
    fields.addFirst(field("x-base", new Anchored("base", items(this::finite))));
    Field merge = field("<<", new Alias("base"));
    Tree whole = draw.oneIn(3) ? new Alias("base") : Tree.fields(merge, field("own", "1"));
    fields.add(field("stringData", whole));
  }

  private Tree metadata() {
    List<Field> fields = new ArrayList<>();
    some(25, fields, () -> field("name", odd(Words.name(draw), 20)));
    some(6, fields, () -> field("namespace", odd(Words.namespace(draw), 25)));
    rare(3, fields, () -> field("labels", items(() -> string(7))));
    rare(2, fields, () -> field("annotations", annotations()));
    rare(30, fields, () -> field("creationTimestamp", time()));
    rare(60, fields, () -> field("deletionTimestamp", time()));
    rare(60, fields, () -> field("deletionGracePeriodSeconds", new Bare(Words.odd(draw))));
    rare(40, fields, () -> field("uid", scalar("0b3e3a52-7c1e-4bb8-a7d8-6f8dd2a1a0ef")));
    rare(40, fields, () -> field("resourceVersion", scalar("4711")));
    rare(60, fields, () -> field("generation", new Bare(Words.odd(draw))));
    rare(60, fields, () -> field("selfLink", scalar("/api/v1/x")));
    rare(40, fields, () -> field("generateName", scalar("creds-")));
    rare(40, fields, () -> field("finalizers", new Items(List.of(string(8), string(8)))));
    rare(40, fields, () -> field("ownerReferences", owners()));
    rare(25, fields, () -> field("managedFields", managers()));
    rare(60, fields, () -> field("unknown", junk()));
    return new Fields(fields);
  }

  private Tree annotations() {
    List<Field> fields = new ArrayList<>();
    rare(3, fields, () -> field(Words.CLUSTER_WIDE, flag()));
    rare(3, fields, () -> field(Words.NAMESPACE_WIDE, flag()));
    rare(8, fields, () -> field("kubectl.kubernetes.io/last-applied-configuration", "{\"a\":1}"));
    rare(20, fields, () -> field("kubecfg.ksonnet.io/last-applied-configuration", "{}"));
    rare(2, fields, () -> field("note", string(5)));
    return new Fields(fields);
  }

  /** Where nobody reads it, a number that JSON has not got makes upstream lose the document. */
  private Tree finite() {
    return string(8) instanceof Bare(String token) && !isInfinite(token)
        ? new Bare(token)
        : new Text(Words.text(draw));
  }

  private static boolean isInfinite(String token) {
    return token.matches("(?i)[-+.]+(inf|nan)");
  }

  private Tree flag() {
    return draw.of(
        new Text("true"),
        new Text("true"),
        new Text("true"),
        new Bare("true"),
        new Bare("yes"),
        new Text("false"),
        new Text("True"),
        new Text("1"),
        new Text(""),
        new Bare("null"));
  }

  private Tree time() {
    return draw.of(
        new Bare("null"),
        new Text("2024-01-02T03:04:05Z"),
        new Text("2024-01-02T03:04:05Z"),
        new Bare("2024-01-02T03:04:05Z"),
        new Text("2024-01-02T03:04:05+02:00"),
        new Bare("2024-01-02"),
        new Text("2024-01-02T03:04:05.678Z"),
        new Text(""),
        new Text("garbage"));
  }

  private Tree owners() {
    Field controller = field("controller", new Bare(draw.of("true", "false", "null", "maybe")));
    return new Items(
        List.of(
            Tree.fields(
                field("apiVersion", "v1"),
                field("kind", "X"),
                field("name", "o"),
                field("uid", "u-1"),
                controller)));
  }

  private Tree managers() {
    return new Items(
        List.of(
            Tree.fields(
                field("manager", "kubectl"),
                field("operation", "Update"),
                field("time", time()),
                field("fieldsV1", owned(3)))));
  }

  /** Words that JSON has only one way to write: what it writes otherwise is kept as it is. */
  private Tree owned(int depth) {
    if (depth == 0 || draw.oneIn(4)) {
      return draw.of(
          Tree.fields(),
          new Bare(draw.of("1.0", "1e5", "-0", "12", "true", "1.50", "12345678901234567890")),
          new Items(List.of(new Bare("1.0"), new Bare("2"))));
    }
    return Tree.fields(
        field(draw.of("f:z", "f:data"), owned(depth - 1)),
        field(draw.of("f:a", "."), owned(depth - 1)));
  }

  private Fields items(Supplier<Tree> value) {
    List<Field> fields = new ArrayList<>();
    for (int left = draw.of(0, 1, 1, 1, 2, 2, 2, 3, 6); left > 0; left--) {
      fields.add(field(Words.key(draw), value.get()));
    }
    return new Fields(fields);
  }

  private Tree dataValue() {
    return switch (draw.below(120)) {
      case 0 -> new Bare(Words.odd(draw));
      case 1 -> draw.of(new Text("text"), Tree.fields(), Tree.fields(field("a", "b")));
      case 2 -> new Bare(draw.of("null", "~", ""));
      default -> new Text(Words.encoded(draw));
    };
  }

  /** A string, once in so many times an odd scalar instead. */
  private Tree string(int times) {
    return odd(Words.text(draw), times);
  }

  private Tree odd(String text, int times) {
    return draw.oneIn(times) ? new Bare(Words.odd(draw)) : new Text(text);
  }

  private Tree scalar(String text) {
    return draw.oneIn(150) ? junk() : new Text(text);
  }

  private Tree junk() {
    String odd = Words.odd(draw);
    return draw.of(
        new Bare(isInfinite(odd) ? "x" : odd),
        Tree.fields(),
        new Items(List.of()),
        new Bare("null"),
        new Items(List.of(new Text("x"))),
        Tree.fields(field("a", "b")),
        new Text("text"));
  }

  private String cased(String name) {
    return draw.oneIn(60) ? draw.of(name.toUpperCase(java.util.Locale.ROOT), "D" + name) : name;
  }

  private void some(int butOneIn, List<Field> fields, Supplier<Field> field) {
    if (!draw.oneIn(butOneIn)) {
      fields.add(field.get());
    }
  }

  private void rare(int oneIn, List<Field> fields, Supplier<Field> field) {
    if (draw.oneIn(oneIn)) {
      fields.add(field.get());
    }
  }

  private List<Field> shuffled(List<Field> fields) {
    List<Field> shuffled = new ArrayList<>();
    fields.forEach(field -> shuffled.add(draw.below(shuffled.size() + 1), field));
    return shuffled;
  }
}
