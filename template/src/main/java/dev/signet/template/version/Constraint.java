package dev.signet.template.version;

/**
 * An operator and a version, parts of which may be open.
 *
 * @param given how many of the three numbers are there; fewer make a range of it
 */
record Constraint(String operator, Version version, int given) {
  private static final int ALL = 3;

  boolean hasPrerelease() {
    return !version.prerelease().isEmpty();
  }

  private boolean isRange() {
    return given < ALL;
  }

  /** Whether a version meets it, once it is clear that it may be a prerelease. */
  boolean isMetBy(Version other) {
    return switch (operator) {
      case "", "=" -> isRange() ? isInTilde(other) : other.order(version) == 0;
      case "!=" -> isUnequal(other);
      case ">" -> isGreater(other);
      case "<" -> other.order(version) < 0;
      case ">=", "=>" -> other.order(version) >= 0;
      case "<=", "=<" -> isLessOrEqual(other);
      case "~", "~>" -> isInTilde(other);
      case "^" -> isInCaret(other);
      default -> throw new IllegalStateException("unknown operator");
    };
  }

  private boolean isUnequal(Version other) {
    Numbers there = other.numbers();
    Numbers here = version.numbers();
    return switch (given) {
      case 1 -> there.major() != here.major();
      case 2 ->
          there.major() != here.major()
              || there.minor() != here.minor()
              || Prerelease.compare(other.prerelease(), version.prerelease()) != 0;
      default -> other.order(version) != 0;
    };
  }

  private boolean isGreater(Version other) {
    Numbers there = other.numbers();
    Numbers here = version.numbers();
    int byMajor = Long.compareUnsigned(there.major(), here.major());
    return switch (given) {
      case 1 -> byMajor > 0;
      case 2 ->
          byMajor > 0 || (byMajor == 0 && Long.compareUnsigned(there.minor(), here.minor()) > 0);
      default -> other.order(version) > 0;
    };
  }

  private boolean isLessOrEqual(Version other) {
    if (!isRange()) {
      return other.order(version) <= 0;
    }
    int byMajor = Long.compareUnsigned(other.numbers().major(), version.numbers().major());
    int byMinor = Long.compareUnsigned(other.numbers().minor(), version.numbers().minor());
    return byMajor < 0 || (byMajor == 0 && (byMinor <= 0 || given == 1));
  }

  private boolean isInTilde(Version other) {
    if (other.order(version) < 0) {
      return false;
    }
    Numbers there = other.numbers();
    Numbers here = version.numbers();
    boolean isAny = here.isZero() && given != 1 && given != 2;
    return isAny
        || (there.major() == here.major() && (there.minor() == here.minor() || given == 1));
  }

  /** Within what is compatible: the first number that is not zero stays. */
  private boolean isInCaret(Version other) {
    if (other.order(version) < 0) {
      return false;
    }
    Numbers there = other.numbers();
    Numbers here = version.numbers();
    if (here.major() != 0 || given == 1) {
      return there.major() == here.major();
    }
    if (there.major() != 0) {
      return false;
    }
    if (here.minor() != 0 || given == 2) {
      return there.minor() == here.minor();
    }
    return there.minor() == 0 && there.patch() == here.patch();
  }
}
