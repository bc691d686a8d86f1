package dev.signet.template.format;

import dev.signet.template.format.Flags.Flag;
import dev.signet.template.value.Named;
import dev.signet.template.value.Type;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value;
import java.util.List;

/** Writes values by a verb: the upper half of Go's fmt. */
public final class Printer {
  private static final int USUAL_FRACTION = 6;

  private final Octets out;
  private final Scalars scalars;
  private Flags flags = new Flags();
  private int depth;

  /** Within a complaint about a verb, where String methods are not asked. */
  private boolean isErring;

  public Printer(Octets out) {
    this.out = out;
    this.scalars = new Scalars(out);
  }

  /** A value as it is printed when nobody says how; nil as {@code <nil>}. */
  public void print(Value value) {
    print(value, 'v', new Flags());
  }

  /** Values in a row, a space between two of which neither is a string. */
  public void printAll(List<Value> values) {
    boolean isText = true;
    for (Value value : values) {
      boolean isNextText = value instanceof Value.Text;
      if (!isText && !isNextText) {
        out.add(' ');
      }
      print(value);
      isText = isNextText;
    }
  }

  void print(Value value, int verb, Flags flags) {
    this.flags = flags;
    if (value instanceof Value.Nil) {
      if (verb == 'v' || verb == 'T') {
        scalars.padded(flags, "<nil>");
      } else {
        bad(value, verb);
      }
    } else if (verb == 'T') {
      scalars.string(flags, value.type().toString());
    } else {
      value(value, verb);
    }
  }

  private void value(Value value, int verb) {
    out.budget().step();
    if (verb == 'w' && !(value instanceof Value.Nil)) {
      bad(value, verb);
      return;
    }
    switch (value) {
      case Value.Nil _ -> out.add(flags.has(Flag.SHARP_V) ? "interface {}(nil)" : "<nil>");
      case Value.Bool(boolean isTrue) -> {
        if (verb == 't' || verb == 'v') {
          scalars.padded(flags, isTrue ? "true" : "false");
        } else {
          bad(value, verb);
        }
      }
      case Value.Int number -> integer(number, verb);
      case Value.Real(double number) -> real(value, number, verb);
      case Value.Complex number -> complex(number, verb);
      case Value.Text(String octets) -> text(value, octets, verb);
      case Value.Items items -> items(items, verb);
      case Value.Dict dict -> dict(dict, verb);
      case Value.NilPointer _ -> nilPointer(value, verb);
      case Value.Opaque opaque -> opaque(opaque, verb);
    }
  }

  /** Whether a value with a String method is written by what that gives. */
  private boolean takesName(int verb) {
    return !isErring && !flags.has(Flag.SHARP_V) && "vsqxX".indexOf(verb) >= 0;
  }

  private void nilPointer(Value value, int verb) {
    if (flags.has(Flag.SHARP_V)) {
      out.add('(').add(value.type().toString()).add(")(nil)");
    } else if (verb == 'v') {
      scalars.padded(flags, "<nil>");
    } else if ("bodxX".indexOf(verb) >= 0) {
      scalars.integer(flags, (char) verb, 0, true);
    } else {
      bad(value, verb);
    }
  }

  /** By its String method where the verb takes strings, else by its fields. */
  private void opaque(Value.Opaque value, int verb) {
    String text = value.text();
    if (text != null && takesName(verb)) {
      text(value, text, verb);
      return;
    }
    String goText = value.goText();
    if (goText != null && !isErring && verb == 'v' && flags.has(Flag.SHARP_V)) {
      scalars.string(flags, goText);
      return;
    }
    out.budget().depth(++depth);
    boolean isGo = flags.has(Flag.SHARP_V);
    boolean isPointer = value.type().kind().equals("ptr");
    String type = value.type().toString().substring(isPointer ? 1 : 0);
    out.add(isPointer ? "&" : "").add(isGo ? type : "").add('{');
    String between = "";
    for (Value.Field field : value.fields()) {
      out.add(between);
      if (isGo || flags.has(Flag.PLUS_V)) {
        out.add(field.name()).add(':');
      }
      value(field.value(), verb);
      between = isGo ? ", " : " ";
    }
    out.add('}');
    depth--;
  }

  private void integer(Value.Int number, int verb) {
    String name = Named.text(number);
    if (name != null && takesName(verb)) {
      text(number, name, verb);
      return;
    }
    boolean isUnsigned = number.type().isUnsigned();
    switch (verb) {
      case 'v' -> {
        if (flags.has(Flag.SHARP_V) && isUnsigned) {
          flags.set(Flag.SHARP);
          scalars.integer(flags, 'x', number.bits(), true);
          flags.clear(Flag.SHARP);
        } else {
          scalars.integer(flags, 'd', number.bits(), isUnsigned);
        }
      }
      case 'd', 'b', 'o', 'O', 'x', 'X' ->
          scalars.integer(flags, (char) verb, number.bits(), isUnsigned);
      case 'c' -> scalars.character(flags, number.bits());
      case 'q' -> scalars.quotedCharacter(flags, number.bits());
      case 'U' -> scalars.unicode(flags, number.bits());
      default -> bad(number, verb);
    }
  }

  private void real(Value value, double number, int verb) {
    switch (verb) {
      case 'v' -> scalars.real(flags, 'g', number, Floats.SHORTEST);
      case 'b', 'g', 'G', 'x', 'X' -> scalars.real(flags, (char) verb, number, Floats.SHORTEST);
      case 'f', 'e', 'E' -> scalars.real(flags, (char) verb, number, USUAL_FRACTION);
      case 'F' -> scalars.real(flags, 'f', number, USUAL_FRACTION);
      default -> bad(value, verb);
    }
  }

  private void complex(Value.Complex number, int verb) {
    if ("vbgGxXfFeE".indexOf(verb) < 0) {
      bad(number, verb);
      return;
    }
    out.add('(');
    real(number, number.real(), verb);
    boolean wasPlus = flags.has(Flag.PLUS);
    flags.set(Flag.PLUS);
    real(number, number.imaginary(), verb);
    flags.restore(Flag.PLUS, wasPlus);
    out.add("i)");
  }

  private void text(Value value, String octets, int verb) {
    switch (verb) {
      case 'v' -> {
        if (flags.has(Flag.SHARP_V)) {
          scalars.quoted(flags, octets);
        } else {
          scalars.string(flags, octets);
        }
      }
      case 's' -> scalars.string(flags, octets);
      case 'q' -> scalars.quoted(flags, octets);
      case 'x', 'X' -> scalars.hexadecimal(flags, octets, verb == 'X');
      default -> bad(value, verb);
    }
  }

  private void items(Value.Items items, int verb) {
    if (items.type() == Type.BYTES && "sqxX".indexOf(verb) >= 0) {
      text(items, items.octets(), verb);
      return;
    }
    if (verb == 'p') {
      out.add("0x0");
      return;
    }
    out.budget().depth(++depth);
    boolean isGo = flags.has(Flag.SHARP_V);
    if (isGo && items.isNil()) {
      out.add(items.type() + "(nil)");
    } else {
      out.add(isGo ? items.type() + "{" : "[");
      String between = "";
      for (Value item : items.list()) {
        out.add(between);
        value(item, verb);
        between = isGo ? ", " : " ";
      }
      out.add(isGo ? '}' : ']');
    }
    depth--;
  }

  private void dict(Value.Dict dict, int verb) {
    if (verb == 'p') {
      out.add("0x0");
      return;
    }
    out.budget().depth(++depth);
    boolean isGo = flags.has(Flag.SHARP_V);
    if (isGo && dict.isNil()) {
      out.add(dict.type() + "(nil)");
    } else {
      out.add(isGo ? dict.type() + "{" : "map[");
      String between = "";
      for (var entry : dict.entries().entrySet()) {
        out.add(between);
        value(Value.Text.octets(entry.getKey()), verb);
        out.add(':');
        value(entry.getValue(), verb);
        between = isGo ? ", " : " ";
      }
      out.add(isGo ? '}' : ']');
    }
    depth--;
  }

  /** A verb that does not fit is output, and shows the value: it goes where the value would go. */
  private void bad(Value value, int verb) {
    out.add("%!").add(Utf8.encode(verb)).add('(');
    if (value instanceof Value.Nil) {
      out.add("<nil>");
    } else {
      boolean wasErring = isErring;
      isErring = true;
      out.add(value.type().toString()).add('=');
      value(value, 'v');
      isErring = wasErring;
    }
    out.add(')');
  }

  /** Writes the operands that no verb took. */
  void extra(List<Value> values) {
    flags = new Flags();
    String between = "";
    for (Value value : values) {
      out.add(between);
      if (value instanceof Value.Nil) {
        out.add("<nil>");
      } else {
        out.add(value.type().toString()).add('=');
        value(value, 'v');
      }
      between = ", ";
    }
  }
}
