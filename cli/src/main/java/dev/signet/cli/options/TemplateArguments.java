package dev.signet.cli.options;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What follows the word {@code template}: a verb, and flags of its own. The flags of the command
 * itself mean nothing here.
 */
final class TemplateArguments {
  /** The word that makes it this command, as the first argument only. */
  static final String NAME = "template";

  private static final Set<String> FORMATS = Set.of("yaml", "json");

  private final Deque<String> left;
  private final Map<String, String> values = new LinkedHashMap<>();
  private String file = "";
  private String format = "yaml";
  private boolean isHelpAsked;

  private TemplateArguments(List<String> arguments) {
    this.left = new ArrayDeque<>(arguments);
  }

  /** A command line that cannot be meant. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String error) {
      super(error, null, false, false);
    }
  }

  /**
   * Reads what follows the name.
   *
   * @throws UsageException with what is wrong
   */
  static Mode.Templates read(List<String> arguments) throws UsageException {
    return new TemplateArguments(arguments).read();
  }

  private Mode.Templates read() throws UsageException {
    String verb = left.isEmpty() || left.getFirst().startsWith("-") ? "" : left.removeFirst();
    while (!left.isEmpty()) {
      readFlag(left.removeFirst());
    }
    if (isHelpAsked || verb.equals("help")) {
      return new Mode.TemplateHelp();
    }
    return switch (verb) {
      case "check" -> check();
      case "render" -> new Mode.RenderTemplates(file, values, format);
      case "" -> throw new UsageException("template wants a verb: check or render");
      default -> throw new UsageException("unknown verb for template: check or render");
    };
  }

  private Mode.Templates check() throws UsageException {
    if (!values.isEmpty()) {
      throw new UsageException("--set is for template render: check runs no template");
    }
    return new Mode.CheckTemplates(file);
  }

  private void readFlag(String argument) throws UsageException {
    int equals = argument.indexOf('=');
    boolean isLong = argument.startsWith("--");
    String name = isLong && equals >= 0 ? argument.substring(0, equals) : argument;
    if (!isLong && argument.startsWith("-") && argument.length() > 2) {
      name = argument.substring(0, 2);
    }
    switch (name) {
      case "-h", "--help" -> isHelpAsked = true;
      case "-f", "--file", "--secret-file" -> file = value(argument, name);
      case "-o", "--format" -> format = format(value(argument, name));
      case "--set" -> set(value(argument, name));
      default ->
          throw new UsageException(
              argument.startsWith("-")
                  ? "unknown flag for template: " + name
                  : "unexpected argument for template");
    }
  }

  /** Behind the flag, in one word with it or in the next. */
  private String value(String argument, String name) throws UsageException {
    String rest = argument.substring(name.length());
    if (!rest.isEmpty()) {
      return rest.startsWith("=") ? rest.substring(1) : rest;
    }
    if (left.isEmpty()) {
      throw new UsageException("flag needs an argument: " + name);
    }
    return left.removeFirst();
  }

  private static String format(String text) throws UsageException {
    String name = text.toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(name)) {
      throw new UsageException("unsupported output format: yaml or json");
    }
    return name;
  }

  private void set(String text) throws UsageException {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new UsageException("--set wants KEY=VALUE");
    }
    values.put(text.substring(0, equals), text.substring(equals + 1));
  }
}
