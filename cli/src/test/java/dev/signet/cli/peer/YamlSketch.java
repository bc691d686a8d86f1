package dev.signet.cli.peer;

import dev.signet.cli.peer.Tree.Alias;
import dev.signet.cli.peer.Tree.Anchored;
import dev.signet.cli.peer.Tree.Bare;
import dev.signet.cli.peer.Tree.Field;
import dev.signet.cli.peer.Tree.Fields;
import dev.signet.cli.peer.Tree.Items;
import dev.signet.cli.peer.Tree.Text;
import java.util.List;

/** Writes a tree as YAML in a style that changes from line to line, and now and then goes wrong. */
final class YamlSketch {
  private final Draw draw;
  private final ScalarSketch scalars;
  private final StringBuilder out = new StringBuilder();

  /** One in so many lines is decorated; a document keeps its mood. */
  private final int calm;

  private YamlSketch(Draw draw) {
    this.draw = draw;
    this.scalars = new ScalarSketch(draw);
    this.calm = draw.of(4, 12, 40, 1000);
  }

  static String write(Draw draw, Tree tree) {
    YamlSketch sketch = new YamlSketch(draw);
    if (tree instanceof Fields fields && !fields.list().isEmpty() && !draw.oneIn(12)) {
      sketch.fields(fields, 0);
    } else {
      sketch.flow(tree);
      sketch.out.append('\n');
    }
    return sketch.out.toString();
  }

  private void fields(Fields fields, int indent) {
    int step = draw.of(1, 2, 2, 2, 2, 4, 4, 8);
    for (Field field : fields.list()) {
      interlude(indent);
      out.repeat(' ', indent);
      if (draw.oneIn(calm * 4)) {
        out.append("? ").append(scalars.key(field.key())).append('\n').repeat(' ', indent);
        out.append(':');
      } else {
        out.append(scalars.key(field.key())).append(draw.oneIn(calm * 2) ? " :" : ":");
      }
      value(field.value(), indent, step);
    }
  }

  private void value(Tree tree, int indent, int step) {
    switch (tree) {
      case Anchored(String name, Tree inner) -> {
        out.append(" &").append(name);
        value(inner, indent, step);
      }
      case Fields fields when !fields.list().isEmpty() && !draw.oneIn(calm) -> {
        lineEnd();
        fields(fields, indent + step);
      }
      case Items items when !items.list().isEmpty() && !draw.oneIn(calm) -> {
        lineEnd();
        items(items.list(), indent + draw.of(0, 2));
      }
      case Text(String text) -> {
        out.append(' ').append(scalars.value(text, indent));
        if (out.charAt(out.length() - 1) != '\n') {
          lineEnd();
        }
      }
      default -> {
        out.append(draw.oneIn(calm) ? "   " : " ");
        flow(tree);
        lineEnd();
      }
    }
  }

  private void items(List<Tree> items, int indent) {
    for (Tree item : items) {
      interlude(indent);
      out.repeat(' ', indent).append('-');
      if (item instanceof Fields fields && !fields.list().isEmpty() && !draw.oneIn(calm)) {
        int start = out.length();
        fields(fields, indent + 2);
        // The first field stands behind the dash, unless a comment was put in front of it.
        int first = start + indent + 1;
        if (out.length() > first && out.charAt(first) == ' ' && out.charAt(start) == ' ') {
          out.delete(start, first);
        } else {
          out.insert(start, '\n');
        }
      } else {
        value(item, indent, 2);
      }
    }
  }

  private void flow(Tree tree) {
    switch (tree) {
      case Fields(List<Field> list) -> {
        out.append('{');
        for (int i = 0; i < list.size(); i++) {
          out.append(i == 0 ? "" : draw.of(", ", ",", ",\n      "));
          out.append(scalars.flowKey(list.get(i).key())).append(": ");
          flow(list.get(i).value());
        }
        out.append(draw.oneIn(calm) && !list.isEmpty() ? ",}" : "}");
      }
      case Items(List<Tree> list) -> {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
          out.append(i == 0 ? "" : ", ");
          flow(list.get(i));
        }
        out.append(']');
      }
      case Text(String text) -> out.append(scalars.flowValue(text));
      case Bare(String token) -> out.append(token);
      case Alias(String name) -> out.append('*').append(name).append(' ');
      case Anchored(String name, Tree inner) -> {
        out.append('&').append(name).append(' ');
        flow(inner);
      }
    }
  }

  private void lineEnd() {
    if (draw.oneIn(calm)) {
      char last = out.charAt(out.length() - 1);
      out.append(draw.of(" # why: not", "   ", " #", last == '-' ? " " : "\t", " # \"'{[ & * !"));
    }
    out.append('\n');
  }

  /** What may stand between two lines. */
  private void interlude(int indent) {
    if (draw.oneIn(calm * 2)) {
      out.repeat(' ', draw.of(0, indent, indent + 3));
      out.append(draw.of("\n", "# a comment: with a colon\n", "#\n", "# --- no separator\n"));
    }
  }
}
