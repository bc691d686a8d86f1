package dev.signet.cli.resource;

import dev.signet.cli.manifest.Node;
import dev.signet.cli.manifest.Node.Mapping;
import dev.signet.cli.manifest.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that is there twice, in JSON or in two spellings, as Go reads it: the later one changes
 * what the earlier one left. Entries of maps add up, and null leaves alone what cannot be null.
 */
final class Overlay {
  private Overlay() {}

  static Node of(@Nullable Node before, Node later, Shape shape) {
    if (before instanceof Mapping one && later instanceof Mapping other && isMap(shape)) {
      List<Node.Entry> entries = new ArrayList<>(one.entries());
      entries.addAll(other.entries());
      return new Mapping(entries, other.at());
    }
    boolean isNull = later instanceof Scalar scalar && scalar.type() == Node.Type.NULL;
    return before != null && isNull && !isNullable(shape) ? before : later;
  }

  private static boolean isMap(Shape shape) {
    return switch (shape) {
      case Shape.Struct struct -> true;
      case Shape.ListOf list -> false;
      case Shape.Leaf leaf ->
          switch (leaf) {
            case TEXTS, LENIENT_TEXTS, TEMPLATES -> true;
            case TEXT, FLAG, WHOLE, TIME, BASE64, ANYTHING -> false;
          };
    };
  }

  private static boolean isNullable(Shape shape) {
    return switch (shape) {
      case Shape.Struct struct -> false;
      case Shape.ListOf list -> true;
      case Shape.Leaf leaf ->
          switch (leaf) {
            case TEXTS, LENIENT_TEXTS, TEMPLATES, FLAG, TIME, ANYTHING -> true;
            case TEXT, WHOLE, BASE64 -> false;
          };
    };
  }
}
