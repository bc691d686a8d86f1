package dev.signet.cli.peer;

import dev.signet.cli.peer.Tree.Bare;
import dev.signet.cli.peer.Tree.Field;
import dev.signet.cli.peer.Tree.Fields;
import dev.signet.cli.peer.Tree.Text;

/** Writes maps of harmless strings exactly as kubeseal does. */
final class Canonical {
  private Canonical() {}

  static String yaml(Fields fields) {
    var out = new StringBuilder("---\n");
    yaml(out, fields, "");
    return out.toString();
  }

  private static void yaml(StringBuilder out, Fields fields, String margin) {
    for (Field field : fields.list().stream().sorted(Canonical::byKey).toList()) {
      out.append(margin).append(field.key()).append(':');
      switch (field.value()) {
        case Fields inner when inner.list().isEmpty() -> out.append(" {}\n");
        case Fields inner -> {
          out.append('\n');
          yaml(out, inner, margin + "  ");
        }
        case Text(String text) ->
            out.append(' ').append(text.equals("true") ? "\"true\"" : text).append('\n');
        case Bare(String token) -> out.append(' ').append(token).append('\n');
        default -> throw new IllegalArgumentException("" + field);
      }
    }
  }

  private static int byKey(Field one, Field two) {
    return one.key().compareTo(two.key());
  }

  /** Keeps the order. */
  static String json(Fields fields) {
    var out = new StringBuilder();
    json(out, fields, "");
    return out.append('\n').toString();
  }

  private static void json(StringBuilder out, Fields fields, String margin) {
    out.append('{');
    String comma = "\n";
    for (Field field : fields.list()) {
      out.append(comma).append(margin).append("  \"").append(field.key()).append("\": ");
      comma = ",\n";
      switch (field.value()) {
        case Fields inner -> json(out, inner, margin + "  ");
        case Text(String text) -> out.append('"').append(text).append('"');
        case Bare(String token) -> out.append(token);
        default -> throw new IllegalArgumentException("" + field);
      }
    }
    out.append(fields.list().isEmpty() ? "}" : "\n" + margin + "}");
  }
}
