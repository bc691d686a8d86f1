package dev.signet.template.url;

import java.util.Arrays;
import java.util.List;

/** IPv6 addresses in text, with a zone or without (RFC 4291, section 2.2). */
final class Ip6 {
  private static final int GROUPS = 8;
  private static final int LONGEST = 64;
  private static final int DIGITS = 4;
  private static final int OCTETS = 4;

  private Ip6() {}

  static boolean isAddress(String octets) {
    int percent = octets.indexOf('%');
    if (percent == octets.length() - 1 && percent >= 0) {
      return false;
    }
    String address = percent < 0 ? octets : octets.substring(0, percent);
    int gap = address.indexOf("::");
    if (address.length() > LONGEST || (gap >= 0 && address.indexOf("::", gap + 1) >= 0)) {
      return false;
    }
    if (gap < 0) {
      return groups(address, true) == GROUPS;
    }
    String after = address.substring(gap + 2);
    int first = gap == 0 ? 0 : groups(address.substring(0, gap), false);
    int last = after.isEmpty() ? 0 : groups(after, true);
    return first >= 0 && last >= 0 && first + last < GROUPS;
  }

  /** How many groups there are; -1 if some are none. The last two may be an IPv4 address. */
  private static int groups(String octets, boolean isEnd) {
    List<String> groups = Arrays.asList(octets.split(":", -1));
    String last = groups.getLast();
    boolean isMixed = isEnd && last.indexOf('.') >= 0;
    List<String> plain = isMixed ? groups.subList(0, groups.size() - 1) : groups;
    if (!plain.stream().allMatch(Ip6::isGroup) || (isMixed && !isIp4(last))) {
      return -1;
    }
    return groups.size() + (isMixed ? 1 : 0);
  }

  private static boolean isGroup(String octets) {
    return !octets.isEmpty()
        && octets.length() <= DIGITS
        && octets.chars().allMatch(octet -> octet < 0x80 && Character.digit(octet, 16) >= 0);
  }

  static boolean isIp4(String octets) {
    String[] parts = octets.split("\\.", -1);
    return parts.length == OCTETS && Arrays.stream(parts).allMatch(Ip6::isOctet);
  }

  private static boolean isOctet(String octets) {
    boolean isNumber =
        !octets.isEmpty()
            && octets.length() < DIGITS
            && octets.chars().allMatch(octet -> Escaping.isDigit((char) octet));
    return isNumber
        && Integer.parseInt(octets) <= 0xff
        && (octets.length() == 1 || !octets.startsWith("0"));
  }
}
