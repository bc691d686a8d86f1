package dev.signet.cli.resource;

import dev.signet.cli.manifest.Node;
import dev.signet.cli.manifest.Node.Mapping;
import dev.signet.cli.manifest.Node.Scalar;
import dev.signet.cli.manifest.Node.Sequence;
import dev.signet.cli.manifest.Value;
import dev.signet.cli.resource.Shape.Field;
import dev.signet.cli.resource.Shape.Leaf;
import dev.signet.cli.resource.Shape.ListOf;
import dev.signet.cli.resource.Shape.Struct;
import dev.signet.cli.resource.Shape.Written;
import dev.signet.crypto.GoBase64;
import dev.signet.crypto.IllegalBase64Exception;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tree as one of the API's types and gives it as it is written: known fields in their
 * order, plain scalars as the strings they are wanted as, times in UTC, empty fields left out.
 */
final class TypedReader {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
  private static final Value NULL = new Value.Null();

  private final Findings findings;
  private final boolean keepsUnknown;

  TypedReader(Findings findings) {
    this(findings, false);
  }

  private TypedReader(Findings findings, boolean keepsUnknown) {
    this.findings = findings;
    this.keepsUnknown = keepsUnknown;
  }

  /** The same, but fields that the type does not have come behind those that it has. */
  TypedReader keepingUnknown() {
    return new TypedReader(findings, true);
  }

  Value.Fields read(Mapping mapping, Struct struct, FieldPath path) {
    return fields(mapping, struct, path);
  }

  private Value.Fields fields(Mapping mapping, Struct struct, FieldPath path) {
    @Nullable Node[] nodes = new Node[struct.fields().size()];
    SequencedMap<String, Value> unknown = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      Integer index = struct.indexOf(entry.key());
      if (index != null) {
        Shape shape = struct.fields().get(index).shape();
        nodes[index] = Overlay.of(nodes[index], entry.value(), shape);
      } else if (keepsUnknown) {
        unknown.put(entry.key(), entry.value().toValue());
      }
    }
    SequencedMap<String, Value> written = new LinkedHashMap<>();
    for (int i = 0; i < nodes.length; i++) {
      Field field = struct.fields().get(i);
      Node node = nodes[i];
      Value value =
          node == null
              ? absent(field.shape())
              : read(node, field.shape(), path.field(field.name()));
      if (isWritten(field.written(), node, value)) {
        written.put(field.name(), value);
      }
    }
    written.putAll(unknown);
    return new Value.Fields(written);
  }

  private static boolean isWritten(Written written, @Nullable Node node, Value value) {
    return switch (written) {
      case ALWAYS -> true;
      case IF_GIVEN -> node != null && !isNull(node);
      case UNLESS_EMPTY -> !isEmpty(value);
    };
  }

  private static boolean isEmpty(Value value) {
    return switch (value) {
      case Value.Null() -> true;
      case Value.Text(String text) -> text.isEmpty();
      case Value.Numeral(String literal) -> literal.equals("0");
      case Value.Fields(Map<String, Value> map) -> map.isEmpty();
      case Value.Items(List<Value> list) -> list.isEmpty();
      case Value.Bool(boolean on) -> !on;
    };
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.type() == Node.Type.NULL;
  }

  private Value read(Node node, Shape shape, FieldPath path) {
    if (isNull(node) && shape != Leaf.LENIENT_TEXTS) {
      return absent(shape);
    }
    return switch (shape) {
      case Struct struct ->
          node instanceof Mapping mapping
              ? fields(mapping, struct, path)
              : unfit(node, shape, path, "a map");
      case ListOf(Shape item) ->
          node instanceof Sequence sequence
              ? items(sequence, item, path)
              : unfit(node, shape, path, "a list");
      case Leaf leaf -> leaf(node, leaf, path);
    };
  }

  private Value items(Sequence sequence, Shape shape, FieldPath path) {
    List<Value> items = new ArrayList<>();
    for (Node node : sequence.items()) {
      items.add(read(node, shape, path.item(items.size())));
    }
    return new Value.Items(items);
  }

  private Value leaf(Node node, Leaf leaf, FieldPath path) {
    return switch (leaf) {
      case ANYTHING -> node.toRawValue(findings.notation());
      case TEXTS, TEMPLATES ->
          node instanceof Mapping mapping
              ? texts(mapping, leaf, path)
              : unfit(node, leaf, path, leaf.wanted());
      case LENIENT_TEXTS -> lenientTexts(node);
      case TEXT ->
          node instanceof Scalar scalar
              ? new Value.Text(text(scalar, path))
              : unfit(node, leaf, path, leaf.wanted());
      case FLAG, WHOLE, TIME, BASE64 -> {
        Value value = node instanceof Scalar scalar ? scalar(scalar, leaf, path) : null;
        yield value == null ? unfit(node, leaf, path, leaf.wanted()) : value;
      }
    };
  }

  private @Nullable Value scalar(Scalar scalar, Leaf leaf, FieldPath path) {
    return switch (leaf) {
      case FLAG ->
          scalar.type() == Node.Type.BOOLEAN
              ? new Value.Bool(scalar.string().equals("true"))
              : null;
      case WHOLE ->
          scalar.type() != Node.Type.STRING && isWhole(scalar.string())
              ? new Value.Numeral(scalar.string())
              : null;
      case TIME -> scalar.type() == Node.Type.STRING ? ApiTime.normal(scalar.text()) : null;
      case BASE64 -> scalar.type() == Node.Type.STRING ? base64(scalar, path) : null;
      case TEXT, TEXTS, LENIENT_TEXTS, TEMPLATES, ANYTHING ->
          throw new IllegalArgumentException("" + leaf);
    };
  }

  private static boolean isWhole(String number) {
    return WHOLE.matcher(number).matches() && new BigInteger(number).bitLength() < Long.SIZE;
  }

  private Value base64(Scalar scalar, FieldPath path) {
    try {
      var _ = GoBase64.decode(scalar.text());
    } catch (IllegalBase64Exception e) {
      findings.illegalBase64(scalar, path, e);
    }
    return new Value.Text(scalar.text());
  }

  /** What stands where a string is wanted, with a remark where a person may be surprised. */
  String text(Scalar scalar, FieldPath path) {
    if (scalar.type() != Node.Type.STRING && scalar.type() != Node.Type.NULL) {
      findings.standIn();
    }
    if (scalar.changed() && scalar.type() != Node.Type.NULL) {
      findings.changed(scalar, path);
    }
    return scalar.string();
  }

  private Value texts(Mapping mapping, Leaf leaf, FieldPath path) {
    Map<String, Value> texts = new LinkedHashMap<>();
    mapping
        .effective()
        .forEach(
            (key, entry) -> {
              if (leaf == Leaf.TEMPLATES && isNull(entry.value())) {
                texts.put(key, NULL);
              } else if (entry.value() instanceof Scalar scalar) {
                texts.put(key, new Value.Text(text(scalar, path.field(key))));
              } else {
                findings.unfit(entry.value(), path.field(key), Leaf.TEXT.wanted());
              }
            });
    return Value.Fields.sorted(texts);
  }

  private static Value lenientTexts(Node node) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node instanceof Mapping mapping) {
      mapping
          .effective()
          .forEach(
              (key, entry) ->
                  texts.put(
                      key,
                      entry.value() instanceof Scalar scalar && scalar.type() == Node.Type.STRING
                          ? scalar.string()
                          : ""));
    }
    return Value.Fields.ofStrings(texts);
  }

  private Value unfit(Node node, Shape shape, FieldPath path, String wanted) {
    findings.unfit(node, path, wanted);
    return absent(shape);
  }

  private static Value absent(Shape shape) {
    return switch (shape) {
      case Struct struct -> emptyFields(struct);
      case ListOf list -> NULL;
      case Leaf leaf ->
          switch (leaf) {
            case TEXT, BASE64 -> new Value.Text("");
            case WHOLE -> Value.Numeral.of(0);
            case FLAG, TIME, TEXTS, LENIENT_TEXTS, TEMPLATES, ANYTHING -> NULL;
          };
    };
  }

  private static Value.Fields emptyFields(Struct struct) {
    SequencedMap<String, Value> written = new LinkedHashMap<>();
    for (Field field : struct.fields()) {
      if (field.written() == Written.ALWAYS) {
        written.put(field.name(), absent(field.shape()));
      }
    }
    return new Value.Fields(written);
  }
}
