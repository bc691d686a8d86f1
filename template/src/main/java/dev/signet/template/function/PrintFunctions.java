package dev.signet.template.function;

import dev.signet.template.format.Octets;
import dev.signet.template.format.Printer;
import dev.signet.template.format.Printf;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;

/** The built-in functions print, printf and println. */
final class PrintFunctions {
  private PrintFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("print", List.of(), Type.ANY, PrintFunctions::print),
        Function.of("println", List.of(), Type.ANY, PrintFunctions::println),
        Function.of("printf", List.of(Type.STRING), Type.ANY, PrintFunctions::printf));
  }

  private static Value print(Call call) {
    Octets out = Octets.text(call.budget());
    new Printer(out).printAll(call.arguments());
    return out.toText();
  }

  private static Value println(Call call) {
    Octets out = Octets.text(call.budget());
    var printer = new Printer(out);
    String between = "";
    for (Value value : call.arguments()) {
      out.add(between);
      printer.print(value);
      between = " ";
    }
    return out.add('\n').toText();
  }

  private static Value printf(Call call) {
    Octets out = Octets.text(call.budget());
    Printf.print(out, call.octets(0), call.rest(1));
    return out.toText();
  }
}
