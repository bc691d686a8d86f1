package dev.signet.cli.options;

import dev.signet.cli.terminal.Quoting;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a flag refuses a value, in the words of the Go libraries that kubeseal reads flags with. */
final class ValueCheck {
  private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");
  private static final Set<String> SCOPES = Set.of("", "strict", "namespace-wide", "cluster-wide");
  private static final Set<String> SEVERITIES = Set.of("INFO", "WARNING", "ERROR", "FATAL");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern UNSIGNED =
      Pattern.compile(
          "0[xX](_?[0-9a-fA-F])+|0[bB](_?[01])+|0[oO](_?[0-7])+|0(_?[0-7])*|[1-9](_?[0-9])*");
  private static final String VMODULE_SYNTAX =
      "syntax error: expect comma-separated list of filename=N";

  private ValueCheck() {}

  static boolean isTrue(String value) {
    return TRUE.contains(value);
  }

  static Optional<String> fault(FlagType type, String value) {
    return switch (type) {
      case TEXT, LIST -> Optional.empty();
      case BOOL -> when(!isBool(value), goSyntax("ParseBool", value));
      case LOG_BOOL -> when(!isBool(value), "parse error");
      case CSV_LIST -> CsvRecord.read(value).fault();
      case SCOPE ->
          when(!SCOPES.contains(value), "must be one of: strict, namespace-wide, cluster-wide");
      case LEVEL -> int32(value);
      case SIZE -> uint64(value);
      case SEVERITY ->
          SEVERITIES.contains(value.toUpperCase(Locale.ROOT)) ? Optional.empty() : int32(value);
      case TRACE -> trace(value);
      case VMODULE -> vmodule(value);
    };
  }

  private static boolean isBool(String value) {
    return TRUE.contains(value) || FALSE.contains(value);
  }

  private static Optional<String> when(boolean wrong, String text) {
    return wrong ? Optional.of(text) : Optional.empty();
  }

  private static String goSyntax(String function, String value) {
    return "strconv.%s: parsing %s: invalid syntax".formatted(function, Quoting.quote(value));
  }

  private static Optional<String> int32(String value) {
    if (!DECIMAL.matcher(value).matches()) {
      return Optional.of(goSyntax("ParseInt", value));
    }
    return when(
        new BigInteger(value).bitLength() > 31,
        "strconv.ParseInt: parsing %s: value out of range".formatted(Quoting.quote(value)));
  }

  private static Optional<String> uint64(String value) {
    if (!UNSIGNED.matcher(value).matches()) {
      return Optional.of("parse error");
    }
    String digits = value.replace("_", "").toLowerCase(Locale.ROOT);
    BigInteger number =
        switch (digits.length() > 1 ? digits.substring(0, 2) : "") {
          case "0x" -> new BigInteger(digits.substring(2), 16);
          case "0b" -> new BigInteger(digits.substring(2), 2);
          case "0o" -> new BigInteger(digits.substring(2), 8);
          default -> new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
        };
    return when(number.bitLength() > 64, "value out of range");
  }

  private static Optional<String> trace(String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = value.split(":", -1);
    boolean shaped =
        parts.length == 2 && parts[0].contains(".") && DECIMAL.matcher(parts[1]).matches();
    if (!shaped) {
      return Optional.of("syntax error: expect file.go:234");
    }
    return when(new BigInteger(parts[1]).signum() <= 0, "negative or zero value for level");
  }

  private static Optional<String> vmodule(String value) {
    for (String pattern : value.split(",", -1)) {
      if (pattern.isEmpty()) {
        continue;
      }
      String[] parts = pattern.split("=", -1);
      if (parts.length != 2 || parts[0].isEmpty() || int32(parts[1]).isPresent()) {
        return Optional.of(VMODULE_SYNTAX);
      }
      if (parts[1].startsWith("-") && new BigInteger(parts[1]).signum() < 0) {
        return Optional.of("negative value for vmodule level");
      }
    }
    return Optional.empty();
  }
}
