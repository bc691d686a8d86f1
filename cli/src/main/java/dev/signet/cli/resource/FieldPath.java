package dev.signet.cli.resource;

import dev.signet.cli.terminal.Quoting;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way from the root to a field, written out only when somebody has to be told. */
final class FieldPath {
  static final FieldPath ROOT = new FieldPath(null, "");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final @Nullable FieldPath parent;
  private final String step;

  private FieldPath(@Nullable FieldPath parent, String step) {
    this.parent = parent;
    this.step = step;
  }

  FieldPath field(String name) {
    return new FieldPath(this, name);
  }

  FieldPath item(int index) {
    return new FieldPath(this, Integer.toString(index));
  }

  /** Such as {@code metadata.labels["a/b"]}. */
  @Override
  public String toString() {
    if (parent == null) {
      return "";
    }
    String before = parent.toString();
    if (!PLAIN.matcher(step).matches()) {
      String inside = step.matches("[0-9]+") ? step : Quoting.quote(step);
      return before + "[" + inside + "]";
    }
    return before.isEmpty() ? step : before + "." + step;
  }
}
