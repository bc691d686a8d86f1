package dev.signet.template.version;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a version must be: constraints of which all hold, or others of which all hold. */
public final class Constraints {
  private static final String VERSION =
      "v?(?:[0-9|xX*]+)(?:\\.[0-9|xX*]+)?(?:\\.[0-9|xX*]+)?"
          + "(?:-(?:[0-9A-Za-z\\-]+(?:\\.[0-9A-Za-z\\-]+)*))?"
          + "(?:\\+(?:[0-9A-Za-z\\-]+(?:\\.[0-9A-Za-z\\-]+)*))?";
  private static final String OPERATOR = "(?:=||!=|>|<|>=|=>|<=|=<|~|~>|\\^)";
  private static final String SIMPLE = "\\s*" + OPERATOR + "\\s*" + VERSION + "\\s*";
  private static final Pattern ALL_OF =
      Pattern.compile(
          "(?:" + SIMPLE + ")(?:(?:\\s+|,\\s*)" + OPERATOR + "\\s*" + VERSION + "\\s*)*");
  private static final Pattern EACH = Pattern.compile(OPERATOR + "\\s*" + VERSION);
  private static final Pattern RANGE =
      Pattern.compile("\\s*(" + VERSION + ")\\s+-\\s+(" + VERSION + ")\\s*");
  private static final Pattern PARTS =
      Pattern.compile(
          "\\s*("
              + OPERATOR
              + ")\\s*v?([0-9|xX*]+)(?:\\.([0-9|xX*]+))?(?:\\.([0-9|xX*]+))?(-[0-9A-Za-z.\\-]+)?"
              + "(?:\\+[0-9A-Za-z.\\-]+)?\\s*");
  private static final int NUMBERS = 3;
  private static final int FIRST_NUMBER = 2;
  private static final int PRERELEASE = 5;

  private final List<List<Constraint>> oneOf;

  private Constraints(List<List<Constraint>> oneOf) {
    this.oneOf = oneOf;
  }

  public static Constraints read(String octets) throws BadVersionException {
    List<List<Constraint>> oneOf = new ArrayList<>();
    for (String part : withoutRanges(octets).split("\\|\\|", -1)) {
      if (!ALL_OF.matcher(part).matches()) {
        throw new BadVersionException("improper constraint");
      }
      List<Constraint> allOf = new ArrayList<>();
      Matcher each = EACH.matcher(part);
      while (each.find()) {
        allOf.add(one(each.group()));
      }
      oneOf.add(allOf);
    }
    return new Constraints(oneOf);
  }

  /** {@code 1.2 - 1.4} says both bounds. */
  private static String withoutRanges(String octets) {
    var rewritten = new StringBuilder();
    Matcher range = RANGE.matcher(octets);
    int end = 0;
    while (range.find()) {
      rewritten
          .append(octets, end, range.start())
          .append(">= %s, <= %s ".formatted(range.group(1), range.group(2)));
      end = range.end();
    }
    return rewritten.append(octets.substring(end)).toString();
  }

  private static Constraint one(String octets) throws BadVersionException {
    Matcher parts = PARTS.matcher(octets);
    if (!parts.matches()) {
      throw new BadVersionException("improper constraint");
    }
    int given = 0;
    var numbers = new StringBuilder();
    while (given < NUMBERS && isNumber(parts.group(FIRST_NUMBER + given))) {
      numbers.append(given == 0 ? "" : ".").append(parts.group(FIRST_NUMBER + given));
      given++;
    }
    for (int missing = given; missing < NUMBERS; missing++) {
      numbers.append(missing == 0 ? "0" : ".0");
    }
    String prerelease = parts.group(PRERELEASE);
    String version = numbers + (prerelease == null ? "" : prerelease);
    try {
      return new Constraint(parts.group(1), Version.read(version), given);
    } catch (BadVersionException _) {
      throw new BadVersionException("constraint parser error");
    }
  }

  private static boolean isNumber(@Nullable String part) {
    return part != null && !part.isEmpty() && !part.equalsIgnoreCase("x") && !part.equals("*");
  }

  /** Prereleases count only where a constraint has one. */
  public boolean areMetBy(Version version) {
    return oneOf.stream()
        .anyMatch(
            allOf ->
                (version.prerelease().isEmpty()
                        || allOf.stream().anyMatch(Constraint::hasPrerelease))
                    && allOf.stream().allMatch(constraint -> constraint.isMetBy(version)));
  }
}
