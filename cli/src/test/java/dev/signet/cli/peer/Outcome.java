package dev.signet.cli.peer;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a run left: texts are normal, see {@link OpenedTexts}.
 *
 * @param exit {@link #NEVER} if the program had to be ended
 * @param files those that are not as they were given: mode and text, or link, by relative path
 */
record Outcome(int exit, String stdout, String stderr, SortedMap<String, String> files) {
  static final int NEVER = -1;

  private static final Pattern NEEDLESS =
      Pattern.compile("(?i)\\\\u00(2e|3[0-9a]|6[1-9a-f]|7[0-9a])");

  /** Where the text of a file begins, behind its mode. */
  static final int MODE = "rw-r--r-- ".length();

  Outcome {
    files = new TreeMap<>(files);
  }

  boolean failed() {
    return exit == 1;
  }

  /** stderr without the lines that the real program has not got. */
  Outcome withoutHints() {
    String errors =
        stderr
            .replaceAll("(?m)^(hint|warning): .*\n", "")
            .replaceFirst("^" + Expected.ROTATE_NOTE, "");
    return new Outcome(exit, stdout, Expected.errors(errors), files);
  }

  /** With plain blanks for strings of YAML that hold U+0085. */
  Outcome withoutNextLines() {
    SortedMap<String, String> plain = new TreeMap<>();
    files.forEach((path, text) -> plain.put(path, plain(text)));
    return new Outcome(exit, plain(stdout), stderr, plain);
  }

  /** With letters, digits and dots for what JSON has escaped of them. */
  Outcome withoutNeedlessEscapes() {
    String plain =
        NEEDLESS
            .matcher(stdout)
            .replaceAll(found -> "" + (char) Integer.parseInt(found.group(1), 16));
    return new Outcome(exit, plain, stderr, files);
  }

  private static String plain(String yaml) {
    return yaml.replaceAll("\"([^\"\\\\\n]*)\\\\N([^\"\\\\\n]*)\"", "$1 $2");
  }

  String show() {
    return "exit %d\nstdout <<%s>>\nstderr <<%s>>\nfiles %s\n"
        .formatted(exit, stdout, stderr, files);
  }
}
