package dev.signet.cli.options;

import java.util.Arrays;

/**
 * The help: everyday flags first, examples last, no wider than {@value #WIDTH} columns. Laid out
 * here, as loading picocli takes longer than all the rest.
 */
public final class HelpText {
  private static final int WIDTH = 100;
  private static final int NAMES = 35;
  private static final String INDENT = " ".repeat(NAMES + 2);

  static final String ABOUT_VARIABLES =
      """
      A variable sets what a flag is where it is not given: SEALED_SECRETS_CERT is --cert,
      SEALED_SECRETS_CONTROLLER_NAME is --controller-name; so for all flags but those of logging.
      """;

  private final String program;

  public HelpText(String program) {
    this.program = program;
  }

  public String text() {
    var text = new StringBuilder("Usage of " + program + ":\n");
    for (Group group : Group.values()) {
      text.append('\n').append(group.title()).append(":\n");
      for (Flag flag : Flag.values()) {
        if (flag.group() == group && !flag.isHidden()) {
          append(text, flag);
        }
      }
    }
    text.append("\nCommands:\n").append(TemplateHelp.COMMANDS.indent(2));
    text.append("\nVariables:\n").append(ABOUT_VARIABLES.indent(2));
    return text.append('\n').append(Examples.text()).toString();
  }

  private static void append(StringBuilder text, Flag flag) {
    String names = names(flag);
    text.append(names);
    if (names.length() <= NAMES) {
      text.repeat(' ', NAMES + 2 - names.length());
    } else {
      text.append('\n').append(INDENT);
    }
    int column = NAMES + 2;
    boolean isFirst = true;
    for (String word : description(flag)) {
      if (!isFirst && column + 1 + word.length() > WIDTH) {
        text.append('\n').append(INDENT).append("  ");
        column = NAMES + 4;
      } else if (!isFirst) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
      isFirst = false;
    }
    text.append('\n');
  }

  private static String names(Flag flag) {
    String letter = flag == Flag.HELP ? "h" : flag.shorthand();
    String names = (letter.isEmpty() ? "      --" : "  -" + letter + ", --") + flag.flagName();
    return flag.type().isSwitch() ? names : names + "=" + flag.label();
  }

  /** In words; the default is one, to stand on one line for whoever searches for it. */
  private static String[] description(Flag flag) {
    String[] words = flag.help().split(" ");
    if (flag.byDefault().isEmpty() || flag.type().isSwitch()) {
      return words;
    }
    String quote = flag.type() == FlagType.TEXT ? "\"" : "";
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = "(default " + quote + flag.byDefault() + quote + ")";
    return all;
  }
}
