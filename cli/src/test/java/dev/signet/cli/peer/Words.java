package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/** Names, keys and values: the usual ones, and those that some reader or writer gets wrong. */
final class Words {
  static final String CLUSTER_WIDE = "sealedsecrets.bitnami.com/cluster-wide";
  static final String NAMESPACE_WIDE = "sealedsecrets.bitnami.com/namespace-wide";

  private static final List<String> NAMES =
      List.of("creds", "creds", "creds", "a1", "db-password", "x.y.z", "UPPER", "a/b", "größe");
  private static final List<String> NAMESPACES =
      List.of("team-a", "team-a", "team-a", "team-b", "default", "prod-1", "ns/x");
  private static final List<String> KEYS =
      List.of(
          "user",
          "password",
          "tls.crt",
          "config.yaml",
          "a",
          "B",
          "b",
          "_x",
          "-dash",
          "ключ",
          "with blank",
          "k: v",
          "#hash",
          "0",
          "0123",
          "1.5",
          "yes",
          "n",
          "null",
          "~",
          "true",
          "=",
          "<<",
          "2001-01-01",
          "\uD83D\uDE00",
          "q\"uote",
          "it's",
          "a<b>&c",
          "x".repeat(130),
          "");

  /** Plain scalars that some YAML reader takes for something else than text. */
  private static final List<String> ODD =
      List.of(
          "0",
          "-0",
          "+5",
          "0123",
          "0o17",
          "0x1F",
          "0b101",
          "1_000",
          "12e03",
          "1e3",
          "1e21",
          "1.50",
          "3.0",
          ".5",
          "5.",
          "-.5",
          "1.2.3",
          "190:20:30",
          "1:2",
          "0.1e-7",
          "1e400",
          ".inf",
          "-.Inf",
          ".NaN",
          "123456789012345678901234567890",
          "9223372036854775807",
          "18446744073709551615",
          "18446744073709551616",
          "-9223372036854775808",
          "yes",
          "No",
          "on",
          "OFF",
          "y",
          "N",
          "true",
          "True",
          "TRUE",
          "tRue",
          "false",
          "null",
          "Null",
          "NULL",
          "~",
          "",
          "2001-01-01",
          "2001-12-14t21:59:43.10-05:00",
          "2001-12-14 21:59:43",
          "2001-1-1",
          "=",
          "<<",
          "nan",
          "inf",
          "0x",
          "0o",
          "1e",
          "e1",
          "_1",
          "1_",
          "0_7",
          "08",
          "-",
          "--",
          "a#b",
          "a:b",
          "::",
          "a]",
          "a}",
          "x y");

  /** Plain where no plain scalar may stand, or as something else than a scalar. */
  private static final List<String> BREAKING =
      List.of(
          "%x",
          "@x", "`x", "!x", "&x", "*x", "|", ">", "[x", "{x", ",x", "? x", "'x", "\"x", "a: b",
          "a #b");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "hunter2",
          "s3cr3t!",
          " leading",
          "trailing ",
          "two words",
          "a: b",
          "a #b",
          "it's",
          "\"quoted\"",
          "line one\nline two\n",
          "no end\nhere",
          "\n",
          "\n\nx\n\n",
          "  deep\nx",
          "tab\tin",
          "back\\slash",
          "größe",
          "日本語",
          "\uD83D\uDE00 face",
          "nul\0in",
          "bell\u0007",
          "del\u007f",
          "nel\u0085x",
          "nbsp\u00a0x",
          "ls\u2028ps\u2029",
          "bom\ufeffx",
          "<a href=\"x\">&",
          "{\"json\": [1, 2]}",
          "- a\n- b\n",
          "key: value\nother: 1\n",
          "--- x",
          "...",
          "# no comment",
          "%percent",
          "@at",
          "`tick`",
          "trail:",
          "a\r\nb\r\n",
          "x\ry",
          "---\nx",
          "w".repeat(200),
          "many short words that go on and on past column eighty because that is where folds are ok",
          "a".repeat(90) + " " + "b".repeat(90),
          "\u001b[31mred",
          "\ud7ff\ue000",
          "0",
          "yes",
          "1e3");

  private Words() {}

  static String name(Draw draw) {
    return draw.oneIn(20) ? text(draw) : draw.of(NAMES);
  }

  static String namespace(Draw draw) {
    return draw.oneIn(30) ? text(draw) : draw.of(NAMESPACES);
  }

  static String key(Draw draw) {
    return draw.oneIn(3) ? draw.of("user", "password") : draw.of(KEYS);
  }

  static String text(Draw draw) {
    return draw.oneIn(6) ? noise(draw) : draw.of(TEXTS);
  }

  /** A plain scalar. */
  static String odd(Draw draw) {
    return draw.oneIn(25) ? draw.of(BREAKING) : draw.of(ODD);
  }

  /** A few characters from everywhere, all of them legal in a Java string that encodes to UTF-8. */
  private static String noise(Draw draw) {
    var noise = new StringBuilder();
    for (int left = draw.below(12); left > 0; left--) {
      noise.appendCodePoint(
          switch (draw.below(8)) {
            case 0 -> draw.between(0, 0x1f);
            case 1 -> draw.between(0x7f, 0x2ff);
            case 2 -> draw.between(0x2000, 0x206f);
            case 3 -> draw.between(0xe000, 0xffff);
            case 4 -> draw.between(0x1f300, 0x1f5ff);
            default -> draw.between(0x20, 0x7e);
          });
    }
    return noise.toString();
  }

  /** The value of an item, as it stands in {@code data}: nearly always base64. */
  static String encoded(Draw draw) {
    byte[] value =
        draw.oneIn(3) ? draw.bytes(draw.of(0, 1, 2, 3, 30, 300)) : text(draw).getBytes(UTF_8);
    String base64 = Base64.getEncoder().encodeToString(value);
    return switch (draw.below(150)) {
      case 0 -> base64.replace("=", "");
      case 1 -> base64.replace('+', '-').replace('/', '_');
      case 2 -> base64 + "\n";
      case 3 -> " " + base64;
      case 4 ->
          base64.substring(0, base64.length() / 2) + "\r\n" + base64.substring(base64.length() / 2);
      case 5 -> base64 + "=";
      case 6 -> text(draw);
      case 7 -> base64.replace("=", "!");
      default -> base64;
    };
  }
}
