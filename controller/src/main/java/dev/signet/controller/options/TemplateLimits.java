package dev.signet.controller.options;

import static dev.signet.controller.options.GoValue.quote;

import dev.signet.template.limit.Limit;
import dev.signet.template.limit.Limits;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What templates may use, as {@code steps=500000,time=2000}: by the names that errors give. */
final class TemplateLimits {
  private TemplateLimits() {}

  static Limits read(Given given) throws BadValueException {
    Limits limits = Limits.standard();
    if (given.text().isEmpty()) {
      return limits;
    }
    for (String entry : given.text().split(",", -1)) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw given.invalid("%s is not limit=number".formatted(quote(entry)));
      }
      String name = entry.substring(0, equals).strip();
      Limit limit = Limit.named(name).orElseThrow(() -> unknown(given, name));
      limits = limits.with(limit, amount(given, limit, entry.substring(equals + 1).strip()));
    }
    return limits;
  }

  private static BadValueException unknown(Given given, String name) {
    String known =
        Arrays.stream(Limit.values()).map(Limit::setting).collect(Collectors.joining(", "));
    return given.invalid("%s is no limit of templates: they are %s".formatted(quote(name), known));
  }

  private static long amount(Given given, Limit limit, String text) throws BadValueException {
    long amount;
    try {
      amount = GoValue.integer(text);
    } catch (BadValueException e) {
      throw given.invalid("%s: %s".formatted(limit.setting(), e.why()));
    }
    if (amount < limit.least() || amount > limit.most()) {
      throw given.invalid(
          "%s must be %d to %d".formatted(limit.setting(), limit.least(), limit.most()));
    }
    return amount;
  }
}
