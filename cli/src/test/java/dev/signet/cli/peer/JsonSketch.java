package dev.signet.cli.peer;

import dev.signet.cli.peer.Tree.Alias;
import dev.signet.cli.peer.Tree.Anchored;
import dev.signet.cli.peer.Tree.Bare;
import dev.signet.cli.peer.Tree.Field;
import dev.signet.cli.peer.Tree.Fields;
import dev.signet.cli.peer.Tree.Items;
import dev.signet.cli.peer.Tree.Text;
import java.util.List;
import java.util.function.Consumer;

/** Writes a tree as JSON, tight or airy, and sometimes as what only a YAML reader takes for it. */
final class JsonSketch {
  private static final int LONG = 200;

  private final Draw draw;
  private final String gap;
  private final boolean sloppy;
  private final StringBuilder out = new StringBuilder();

  private JsonSketch(Draw draw) {
    this.draw = draw;
    this.gap = draw.of("", " ", "\n", "\n  ", "\t", "\r\n");
    this.sloppy = draw.oneIn(8);
  }

  static String write(Draw draw, Tree tree) {
    JsonSketch sketch = new JsonSketch(draw);
    sketch.value(tree);
    return sketch.out.toString();
  }

  private void value(Tree tree) {
    switch (tree) {
      case Fields(List<Field> list) -> row('{', list, this::field, '}');
      case Items(List<Tree> list) -> row('[', list, this::value, ']');
      case Text(String text) -> string(text);
      case Bare(String token) -> out.append(token);
      case Alias(String name) -> out.append(draw.of("null", "*" + name));
      case Anchored(String name, Tree inner) -> value(inner);
    }
  }

  private void field(Field field) {
    if (sloppy && draw.oneIn(6)) {
      out.append(field.key());
    } else {
      string(field.key());
    }
    out.append(':').append(gap.isEmpty() && !sloppy ? "" : " ");
    value(field.value());
  }

  private <T> void row(char open, List<T> list, Consumer<T> each, char close) {
    out.append(open);
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ",").append(gap);
      each.accept(list.get(i));
    }
    out.append(sloppy && draw.oneIn(4) ? "," : "").append(gap).append(close);
  }

  private void string(String text) {
    out.append('"');
    // A sealed value stays as it is, so that a copy of it can be told from a new one.
    boolean plain = text.length() > LONG;
    text.codePoints().forEach(point -> escape(point, plain));
    out.append('"');
  }

  private void escape(int point, boolean plain) {
    switch (point) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '/' -> out.append(!plain && draw.oneIn(5) ? "\\/" : "/");
      default -> {
        // What YAML does not allow as it stands, some reader of JSON takes for YAML.
        boolean must = point < ' ' || (point >= 0x7f && point < 0xa0);
        if (must || (!plain && point < 0xd800 && draw.oneIn(40))) {
          out.append("\\u%04x".formatted(point));
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }
}
