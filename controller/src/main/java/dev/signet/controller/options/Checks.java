package dev.signet.controller.options;

import static dev.signet.controller.options.GoValue.quote;

import dev.signet.controller.log.Level;
import dev.signet.controller.log.Log;
import dev.signet.controller.options.Options.KeyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each value must be beyond its kind. */
final class Checks {
  private static final int LONGEST_PREFIX = 245;
  private static final int FEWEST_BITS = 2048;
  private static final int MOST_BITS = 16384;
  private static final String KEY_LABEL = "sealedsecrets.bitnami.com/sealed-secrets-key";

  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\[[^\\[\\]]*]|[^:\\[\\]]*):(\\d{1,5})");
  private static final Pattern LABEL_NAME =
      Pattern.compile(
          "([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final Pattern LABEL_VALUE =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");

  private Checks() {}

  static String keyPrefix(Given given) throws BadValueException {
    String prefix = given.text();
    if (prefix.length() > LONGEST_PREFIX) {
      throw given.invalid(
          "name is too long, must be shorter than %d, got %d"
              .formatted(LONGEST_PREFIX, prefix.length()));
    }
    Matcher illegal = Pattern.compile("[^-a-z0-9]").matcher(prefix);
    if (illegal.find()) {
      throw given.invalid("name contains illegal character " + illegal.group());
    }
    return prefix;
  }

  static int keySize(Given given) throws BadValueException {
    long bits = GoValue.integer(given.text());
    if (bits < FEWEST_BITS || bits > MOST_BITS) {
      throw given.invalid("must be %d to %d bits".formatted(FEWEST_BITS, MOST_BITS));
    }
    return (int) bits;
  }

  static Duration positive(Given given) throws BadValueException {
    Duration duration = GoValue.duration(given.text());
    if (!duration.isPositive()) {
      throw given.invalid("must be more than 0");
    }
    return duration;
  }

  static Duration notNegative(Given given) throws BadValueException {
    Duration duration = GoValue.duration(given.text());
    if (duration.isNegative()) {
      throw given.invalid("must not be negative; 0 turns it off");
    }
    return duration;
  }

  static long atLeast(long least, Given given) throws BadValueException {
    long value = GoValue.integer(given.text());
    if (value < least) {
      throw given.invalid("must be at least " + least);
    }
    return value;
  }

  static KeyOrder keyOrder(Given given) throws BadValueException {
    return switch (given.text()) {
      case "CertNotBefore" -> KeyOrder.CERTIFICATE_NOT_BEFORE;
      case "SecretCreationTimestamp" -> KeyOrder.SECRET_CREATION;
      default -> throw given.invalid("must be CertNotBefore or SecretCreationTimestamp");
    };
  }

  static Optional<Instant> cutoff(Given given) throws BadValueException {
    return given.text().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Rfc1123.instant(given.text())
                .orElseThrow(() -> given.invalid("must be like Mon, 02 Jan 2006 15:04:05 -0700")));
  }

  static Log.Format logFormat(Given given) throws BadValueException {
    return switch (given.text()) {
      case "text" -> Log.Format.TEXT;
      case "json" -> Log.Format.JSON;
      default -> throw given.invalid("must be text or json");
    };
  }

  static Level logLevel(Given given) throws BadValueException {
    return Level.parse(given.text())
        .orElseThrow(() -> given.invalid("must be DEBUG, INFO, WARN or ERROR"));
  }

  static String address(Given given) throws BadValueException {
    Matcher matcher = ADDRESS.matcher(given.text());
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 0xffff) {
      throw given.invalid("must be :port, host:port or [address]:port");
    }
    return given.text();
  }

  static List<String> namespaces(Given given) throws BadValueException {
    Set<String> names = new LinkedHashSet<>();
    for (String entry : given.text().split(",", -1)) {
      String name = entry.strip();
      if (name.isEmpty()) {
        continue;
      }
      if (!NAMESPACE.matcher(name).matches()) {
        throw given.invalid("%s is no name of a namespace".formatted(quote(name)));
      }
      names.add(name);
    }
    return new ArrayList<>(names);
  }

  static Map<String, String> labels(Given given) throws BadValueException {
    Map<String, String> labels = pairs(given);
    labels.remove(KEY_LABEL);
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!LABEL_VALUE.matcher(label.getValue()).matches()) {
        throw given.invalid("%s is no value of a label".formatted(quote(label.getValue())));
      }
    }
    return labels;
  }

  static Map<String, String> annotations(Given given) throws BadValueException {
    return pairs(given);
  }

  /** The value is all after the first equals sign. */
  private static Map<String, String> pairs(Given given) throws BadValueException {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (given.text().isEmpty()) {
      return pairs;
    }
    for (String entry : given.text().split(",", -1)) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw given.invalid("%s is not key=value".formatted(quote(entry)));
      }
      String name = entry.substring(0, equals);
      if (!LABEL_NAME.matcher(name).matches()) {
        throw given.invalid("%s is no name of a label or annotation".formatted(quote(name)));
      }
      pairs.put(name, entry.substring(equals + 1));
    }
    return pairs;
  }
}
