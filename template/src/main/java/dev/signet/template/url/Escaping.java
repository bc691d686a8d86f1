package dev.signet.template.url;

/** Percent signs: which octets may stand as they are depends on the part of the URL. */
enum Escaping {
  PATH("$&+,-./:;=@_~"),
  HOST("!\"$&'()*+,-.:;<=>[]_~"),
  ZONE("!\"$&'()*+,-.:;<=>[]_~"),
  USER("$&+,-.;=_~"),
  FRAGMENT("!$&()*+,-./:;=?@_~");

  private static final int HEX = 16;

  private final String plain;

  Escaping(String plain) {
    this.plain = plain;
  }

  String escape(String octets) {
    var escaped = new StringBuilder();
    for (int index = 0; index < octets.length(); index++) {
      char octet = octets.charAt(index);
      if (isPlain(octet)) {
        escaped.append(octet);
      } else {
        escaped
            .append('%')
            .append(Character.toUpperCase(Character.forDigit(octet / HEX, HEX)))
            .append(Character.toUpperCase(Character.forDigit(octet % HEX, HEX)));
      }
    }
    return escaped.toString();
  }

  String unescape(String octets) throws BadUrlException {
    var plainText = new StringBuilder();
    for (int index = 0; index < octets.length(); index++) {
      char octet = octets.charAt(index);
      if (octet == '%') {
        plainText.append(unescaped(octets, index));
        index += 2;
      } else if ((this == HOST || this == ZONE) && octet < 0x80 && !isPlain(octet)) {
        throw new BadUrlException("invalid character in host name");
      } else {
        plainText.append(octet);
      }
    }
    return plainText.toString();
  }

  private char unescaped(String octets, int index) throws BadUrlException {
    int high = index + 2 < octets.length() ? digit(octets.charAt(index + 1)) : -1;
    int low = high < 0 ? -1 : digit(octets.charAt(index + 2));
    if (low < 0) {
      throw new BadUrlException("invalid URL escape");
    }
    char octet = (char) (high * HEX + low);
    // In a host only what is no ASCII may be escaped, in a zone whatever may stand in a host.
    boolean isAllowed =
        switch (this) {
          case HOST -> octet >= 0x80 || octet == '%';
          case ZONE -> octet == '%' || octet == ' ' || isPlain(octet);
          case PATH, USER, FRAGMENT -> true;
        };
    if (!isAllowed) {
      throw new BadUrlException("invalid URL escape");
    }
    return octet;
  }

  private static int digit(char octet) {
    return octet < 0x80 ? Character.digit(octet, HEX) : -1;
  }

  private boolean isPlain(char octet) {
    return isLetter(octet) || isDigit(octet) || plain.indexOf(octet) >= 0;
  }

  static boolean isLetter(char octet) {
    return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
  }

  static boolean isDigit(char octet) {
    return octet >= '0' && octet <= '9';
  }
}
