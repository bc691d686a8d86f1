package dev.signet.template.syntax;

/** Template text in a message: in quotes, on one line. */
final class Quoted {
  private Quoted() {}

  static String of(String octets) {
    var quoted = new StringBuilder("\"");
    octets
        .chars()
        .forEach(
            octet -> {
              switch (octet) {
                case '"', '\\' -> quoted.append('\\').append((char) octet);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (octet < ' ' || octet == 0x7f) {
                    quoted.append("\\x%02x".formatted(octet));
                  } else {
                    quoted.append((char) octet);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
