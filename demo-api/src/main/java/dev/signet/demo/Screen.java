package dev.signet.demo;

import java.io.PrintStream;
import java.util.List;

/** What the reader sees: headings, commands before they run, and output cut to a line's width. */
final class Screen {
  private static final int WIDTH = 96;

  private final PrintStream out;
  private final boolean colours;

  Screen(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  void heading(String text) {
    out.println();
    out.println(paint("1", text));
  }

  void say(String text) {
    out.println(text);
  }

  void command(String text) {
    out.println(paint("36", "  $ " + text.replace("\n", "\n    ")));
  }

  /** Lines as they are, but none longer than the screen: ciphertext is long and says nothing. */
  void show(List<String> lines) {
    lines.forEach(line -> out.println("    " + cut(line)));
  }

  private static String cut(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
  }

  private String paint(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
