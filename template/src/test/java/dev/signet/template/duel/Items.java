package dev.signet.template.duel;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Strings on which implementations like to differ. */
final class Items {
  static final String[] TEXTS = {
    "",
    "a",
    "admin",
    "hello world",
    "Hello Wörld",
    " padded ",
    "two\nlines\n",
    "tab\there",
    "é",
    "日本語 text",
    "ǆ ß İ ŉ",
    "foo_bar-baz qux",
    "HTTPServer2xx",
    "Bld4Floor3rd",
    "__x--Y",
    "a,b,c",
    "1",
    "0",
    "-5",
    "010",
    "0x1F",
    "1_000",
    "7.0",
    "7.9",
    "1e3",
    " 5",
    "08",
    "9223372036854775807",
    "9223372036854775808",
    "3.14159",
    "1e400",
    "NaN",
    "inf",
    "true",
    "false",
    "null",
    "{\"a\":1,\"b\":[true,null,\"x\"]}",
    "{\"a\":{\"k\":1e6}}",
    "[1,2,3]",
    "[1e400]",
    "{bad",
    "\"s\"",
    "YWJj",
    "YWJj=",
    "YQ==",
    "!!",
    "MFRGG===",
    "/a/../b//c.tar.gz",
    "./x/",
    "..",
    "it's \"q\" \\ `b`",
    "<a href='x'>&amp;</a>",
    "100% sure",
    "%d %s",
    "p@ss:w/rd?#",
    "x=1&y=2",
    "ABC def GHI",
    "aaaa",
    "the quick brown fox jumps",
    "\u2028\u00a0x",
    "a\u0300",
    "😀 emoji",
    "1.2.3",
    "v2.0",
    "2020-01-02"
  };

  private Items() {}

  /** An argument that only makes sense from a short list. */
  static @Nullable String special(char type, RandomGenerator random) {
    String[] choices =
        switch (type) {
          case 'f' ->
              new String[] {
                "\"%v\"", "\"%5v|%-5v\"", "\"%q %x\"", "\"%d\"", "\"%T\"", "\"%[2]v %[1]v\"",
                "\"%+.3e\"", "\"%08.3f\"", "\"%*d\"", "\"%%%c\"", "\"%U %#U\"", "\"%s %#v\"",
                "\"%6.2f%%\"", "\"%x %X %#x\"", "\"%o %O %b\"", "\"%+q\"", "\"%t\"", "\"%!\"",
                "\"%.2s|%.10q\"", "\"%+d % d\"", "\"%[3]v\"", "\"%.*f\"", "\"%g %G\"", "\"% x\""
              };
          case 'k' ->
              new String[] {"\"a\"", "\"k\"", "\"b\"", "\"_0\"", "\"missing\"", ".a", "\"\""};
          case 'n' -> new String[] {"0", "1", "2", "3", "4", "7", "8", "12", "-1", "20"};
          case 'h' ->
              new String[] {
                "\"string\"",
                "\"int\"",
                "\"slice\"",
                "\"map\"",
                "\"[]interface {}\"",
                "\"bool\"",
                "\"float64\"",
                "\"int64\"",
                "\"[]string\"",
                "\"map[string]string\"",
                "\"invalid\""
              };
          case 's' -> new String[] {"\",\"", "\" \"", "\"\"", "\"a\"", "\"/\"", "\"ab\"", "\"é\""};
          case 'r' ->
              new String[] {
                "\"a+\"",
                "\"[a-z]+\"",
                "\"(\\\\w)(\\\\w*)\"",
                "\"^.\"",
                "\"\"",
                "\"x*\"",
                "\"(?i)A|b\"",
                "\"\\\\s+\"",
                "\"(?P<n>[0-9]+)\"",
                "\"[\"",
                "\"\\\\p{L}+\"",
                "\"a{2,3}\"",
                "\"$\"",
                "\"\\\\b\"",
                "\"[^,]*\"",
                "\"(a|ab)(c|bcd)?\"",
                "\".*?l\""
              };
          case 'p' ->
              new String[] {
                "\"$1\"",
                "\"-\"",
                "\"\"",
                "\"${1}x\"",
                "\"$1x\"",
                "\"$$\"",
                "\"${n}\"",
                "\"$2$1\"",
                "\"$0\""
              };
          case 'v' ->
              new String[] {
                "\"1.2.3\"", "\"v1\"", "\"1.2.3-beta.1\"", "\"1.2.3+build\"", "\"2.0\"",
                    "\"1.2.x\"",
                "\"01.2\"", "\"1.2.3-rc\"", "\"10.20.30\"", "\"\"", "\"1.2.3-01\"", ".a"
              };
          case 'c' ->
              new String[] {
                "\"^1.2\"",
                "\"~1.2.3\"",
                "\">=1.0 <2.0\"",
                "\"1.x\"",
                "\"*\"",
                "\"=1.2.3\"",
                "\"!=1.2\"",
                "\">1.2.3-alpha\"",
                "\"1.2 - 2\"",
                "\"<1 || >=2\"",
                "\"^0.2\"",
                "\"bad\"",
                "\">=1.2-0\"",
                "\"~>1\"",
                "\"^0\"",
                "\">= 1.2, < 3\"",
                "\"\""
              };
          case 'u' ->
              new String[] {
                "\"http://user:pa%20ss@host:8080/p/a%2Fth?q=1#frag\"",
                "\"//h/p\"",
                "\"mailto:x@y\"",
                "\"/rel/path?x\"",
                "\"http://[::1]:80/\"",
                "\"%zz\"",
                "\"http://a b/\"",
                "\"\"",
                ".a",
                "\"https://host\"",
                "\"HTTP://H?#\"",
                "\"a:b:c\"",
                "\"x://h:port/\""
              };
          case 'y' ->
              new String[] {
                "\"2006-01-02\"",
                "\"2006-01-02T15:04:05Z07:00\"",
                "\"Mon Jan _2 15:04:05 2006\"",
                "\"02 Jan 06 15:04 MST\"",
                "\"3:04PM\"",
                "\"2006-002\"",
                "\"15:04:05.000\"",
                "\"2006-01-02 15:04:05.999999 -0700\"",
                "\"Monday, 1/2/2006\"",
                "\"\"",
                "\"x2006y\"",
                "\"Jan 2 03:04:05 pm\"",
                "\"06-1-2 Z0700 -07\""
              };
          case 'z' ->
              new String[] {
                "\"2020-02-29\"",
                "\"2021-03-04T05:06:07Z\"",
                "\"2021-13-01\"",
                "\"1999-12-31\"",
                "\"2021-03-04T05:06:07.123456+05:30\"",
                "\"Tue Jul  4 01:02:03 1995\"",
                "\"3:04PM\"",
                "\"02 Mar 21 10:00 CET\"",
                "\"2024-060\"",
                "\"\"",
                "$.a",
                "\"x1970y\"",
                "\"0001-01-01\""
              };
          case 'd' ->
              new String[] {
                "\"1h\"",
                "\"-90m\"",
                "\"1.5h2s\"",
                "\"bad\"",
                "\"100000h\"",
                "\"1ns\"",
                "\"\"",
                "\"+5ms\""
              };
          case 'q' ->
              new String[] {
                "\"UTC\"",
                "\"Europe/Berlin\"",
                "\"America/New_York\"",
                "\"Nowhere/X\"",
                "\"Asia/Kathmandu\"",
                "\"\"",
                "\"Local\""
              };
          case 'g' ->
              new String[] {
                "\"95\"",
                "\"3600\"",
                "(int64 59)",
                "\"bad\"",
                "\"2h30m\"",
                "100",
                "(int64 7200000000000)",
                "\"400h\"",
                "\"9000h\"",
                "\"-5m\"",
                "(int64 86400)"
              };
          default -> null;
        };
    return choices == null ? null : choices[random.nextInt(choices.length)];
  }
}
