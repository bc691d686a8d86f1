package dev.signet.template.version;

import java.util.Arrays;

/** The identifiers after the hyphen and after the plus sign. */
final class Prerelease {
  private static final String ALLOWED =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-";

  private Prerelease() {}

  static void check(String prerelease) throws BadVersionException {
    for (String part : prerelease.split("\\.", -1)) {
      if (part.isEmpty() || !isOfAllowed(part)) {
        throw new BadVersionException("invalid prerelease string");
      }
      if (isNumber(part) && part.length() > 1 && part.startsWith("0")) {
        throw new BadVersionException("version segment starts with 0");
      }
    }
  }

  static void checkMetadata(String metadata) throws BadVersionException {
    boolean isGood =
        Arrays.stream(metadata.split("\\.", -1))
            .allMatch(part -> !part.isEmpty() && isOfAllowed(part));
    if (!isGood) {
      throw new BadVersionException("invalid metadata string");
    }
  }

  /** A version without comes after all that have one. */
  static int compare(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    return compareParts(left.split("\\.", -1), right.split("\\.", -1));
  }

  private static int compareParts(String[] left, String[] right) {
    for (int index = 0; index < Math.max(left.length, right.length); index++) {
      int order =
          comparePart(
              index < left.length ? left[index] : "", index < right.length ? right[index] : "");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int comparePart(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? -1 : 1;
    }
    boolean isLeftNumber = isUnsigned(left);
    boolean isRightNumber = isUnsigned(right);
    if (isLeftNumber && isRightNumber) {
      int order = Long.compareUnsigned(Long.parseUnsignedLong(left), Long.parseUnsignedLong(right));
      return order > 0 ? 1 : -1;
    }
    if (isLeftNumber || isRightNumber) {
      return isLeftNumber ? -1 : 1;
    }
    return left.compareTo(right) > 0 ? 1 : -1;
  }

  /** Numbers beyond 64 bits count as text. */
  private static boolean isUnsigned(String part) {
    if (!isNumber(part)) {
      return false;
    }
    try {
      Long.parseUnsignedLong(part);
      return true;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static boolean isNumber(String part) {
    return part.chars().allMatch(octet -> octet >= '0' && octet <= '9');
  }

  private static boolean isOfAllowed(String part) {
    return part.chars().allMatch(octet -> ALLOWED.indexOf(octet) >= 0);
  }
}
