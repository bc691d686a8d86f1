package dev.signet.template.version;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;

/**
 * A semantic version (https://semver.org), of which minor and patch may be left out when it is
 * written.
 *
 * @param type of a pointer to one, or of the structure itself
 * @param original as it was written
 */
public record Version(
    Type type, Numbers numbers, String prerelease, String metadata, String original)
    implements Value.Opaque {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?"
              + "(?:-([0-9A-Za-z\\-]+(?:\\.[0-9A-Za-z\\-]+)*))?"
              + "(?:\\+([0-9A-Za-z\\-]+(?:\\.[0-9A-Za-z\\-]+)*))?");
  private static final int MINOR = 2;
  private static final int PATCH = 3;
  private static final int PRERELEASE = 4;
  private static final int METADATA = 5;

  public static Version read(String octets) throws BadVersionException {
    Matcher matcher = WRITTEN.matcher(octets);
    if (!matcher.matches()) {
      throw new BadVersionException("invalid semantic version");
    }
    Numbers numbers =
        new Numbers(number(matcher, 1), number(matcher, MINOR), number(matcher, PATCH));
    String prerelease = text(matcher, PRERELEASE);
    if (!prerelease.isEmpty()) {
      Prerelease.check(prerelease);
    }
    return new Version(Type.VERSION, numbers, prerelease, text(matcher, METADATA), octets);
  }

  private static long number(Matcher matcher, int group) throws BadVersionException {
    String digits = text(matcher, group);
    try {
      return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits);
    } catch (NumberFormatException _) {
      throw new BadVersionException("version segment is out of range");
    }
  }

  private static String text(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? "" : text;
  }

  @Override
  public String text() {
    return numbers
        + (prerelease.isEmpty() ? "" : "-" + prerelease)
        + (metadata.isEmpty() ? "" : "+" + metadata);
  }

  @Override
  public List<Value.Field> fields() {
    return List.of(
        new Value.Field("major", major()),
        new Value.Field("minor", minor()),
        new Value.Field("patch", patch()),
        new Value.Field("pre", Value.Text.octets(prerelease)),
        new Value.Field("metadata", Value.Text.octets(metadata)),
        new Value.Field("original", Value.Text.octets(original)));
  }

  /** Two pointers are the same if they point to the same. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean isSame(Value.Opaque other) {
    return type == Type.VERSION ? this == other : equals(other);
  }

  @Override
  public Value json() {
    return Value.Text.octets(text());
  }

  public Value major() {
    return Numbers.value(numbers.major());
  }

  public Value minor() {
    return Numbers.value(numbers.minor());
  }

  public Value patch() {
    return Numbers.value(numbers.patch());
  }

  public Version nextMajor() {
    return release(new Numbers(numbers.major() + 1, 0, 0));
  }

  public Version nextMinor() {
    return release(new Numbers(numbers.major(), numbers.minor() + 1, 0));
  }

  /** The release itself after a prerelease. */
  public Version nextPatch() {
    long patch = prerelease.isEmpty() ? numbers.patch() + 1 : numbers.patch();
    return release(new Numbers(numbers.major(), numbers.minor(), patch));
  }

  public Version withPrerelease(String changed) throws BadVersionException {
    if (!changed.isEmpty()) {
      Prerelease.check(changed);
    }
    return structure(numbers, changed, metadata);
  }

  public Version withMetadata(String changed) throws BadVersionException {
    if (!changed.isEmpty()) {
      Prerelease.checkMetadata(changed);
    }
    return structure(numbers, prerelease, changed);
  }

  private Version release(Numbers next) {
    return structure(next, "", "");
  }

  private Version structure(Numbers numbers, String prerelease, String metadata) {
    Version made = new Version(Type.VERSION_STRUCT, numbers, prerelease, metadata, "");
    String prefix = original.startsWith("v") ? "v" : "";
    return new Version(Type.VERSION_STRUCT, numbers, prerelease, metadata, prefix + made.text());
  }

  /** By precedence, of which metadata is no part. */
  public int order(Version other) {
    int order = numbers.compareTo(other.numbers);
    return order != 0 ? order : Prerelease.compare(prerelease, other.prerelease);
  }
}
