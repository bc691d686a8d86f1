package dev.signet.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.template.Rendering.Fault;
import dev.signet.template.Rendering.Kind;
import dev.signet.template.Rendering.Rendered;
import dev.signet.template.limit.Limits;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where RE2/J by itself is not what Go is. */
@Tag("T-51")
final class RegexTest {
  private final Renderer renderer = new Renderer();

  private Rendering render(String pattern, String text) {
    Map<String, byte[]> input = Map.of("p", pattern.getBytes(UTF_8), "t", text.getBytes(UTF_8));
    byte[] template = "{{ mustRegexFind .p .t }}".getBytes(UTF_8);
    return renderer.render("t", template, input, Limits.standard());
  }

  private String find(String pattern, String text) {
    Rendering rendering = render(pattern, text);
    return new String(assertInstanceOf(Rendered.class, rendering, pattern).output(), UTF_8);
  }

  private Fault refused(String pattern) {
    return assertInstanceOf(Fault.class, render(pattern, "a"), pattern);
  }

  @Test
  void classes_are_those_of_a_newer_unicode() {
    assertEquals("\ud83e\udd16", find("\\p{So}", "a\ud83e\udd16"));
    assertEquals("\ud83e\udd16", find("[x\\p{So}]", "a\ud83e\udd16"));
    assertEquals("a", find("\\P{So}", "\ud83e\udd16a"));
    assertEquals("a", find("[^\\p{So}]", "\ud83e\udd16a"));
    assertEquals("a", find("\\p{^So}", "\ud83e\udd16a"));
    assertEquals("\u13a0", find("\\pL", "\u13a0"));
    assertEquals("-", find("[\\pN-x]", "-"));
  }

  @Test
  void names_of_classes_are_told_apart_as_in_go() {
    assertEquals("\u03b1", find("\\p{GREEK}", "a\u03b1"));
    assertEquals("A", find("\\p{uppercase letter}", "aA"));
    assertEquals("a", find("\\p{ascii}", "\u03b1a"));
    assertEquals(
        "error calling mustRegexFind: error parsing regexp: invalid character class range",
        refused("\\p{Old_Italic}").reason());
  }

  @Test
  void letter_case_counts_until_the_group_that_says_otherwise() {
    assertEquals("a", find("(?i)\\p{Lu}", "a"));
    assertEquals("", find("(?:(?i)x)?\\p{Lu}", "a"));
    assertEquals("", find("(?i:x)?\\p{Lu}", "a"));
    assertEquals("a", find("(?i:\\p{Lu})", "a"));
    assertEquals("", find("(?i)(?-i)\\p{Lu}", "a"));
  }

  @Test
  @Tag("T-60")
  void letters_that_re2j_folds_for_ever_are_refused_where_case_does_not_count() {
    for (String pattern :
        new String[] {
          "(?i)\u1c80",
          "(?i)[\\x{1c00}-\\x{1d00}]",
          "(?i)[\u1c82]",
          "(?i)\\x{1c88}",
          "(?i)\\Q\u1c81\\E"
        }) {
      assertTrue(refused(pattern).reason().contains("U+1C80"), pattern);
    }
    assertEquals("\u1c80", find("\u1c80", "\u1c80"));
    assertEquals("a", find("(?i)[\\p{Lu}0-9]", "a"));
    assertEquals("\u1c80", find("(?i)[\\x00-\\x{10ffff}]", "\u1c80"));
  }

  @Test
  void groups_may_share_a_name_and_the_one_that_matched_counts() {
    Map<String, byte[]> input = Map.of();
    byte[] template = "{{ regexReplaceAll \"(?P<n>a)|(?P<n>b)\" \"ab\" \"<$n>\" }}".getBytes(UTF_8);
    Rendering rendering = renderer.render("t", template, input, Limits.standard());
    assertEquals("<a><b>", new String(assertInstanceOf(Rendered.class, rendering).output(), UTF_8));
  }

  @Test
  void repeats_of_repeats_are_bounded() {
    assertEquals(Kind.EXEC, refused("(a{500}){3}").kind());
    assertEquals(Kind.EXEC, refused("((a{10}){10}){11}").kind());
    assertEquals("", find("(b{500}){2}", "a"));
  }

  @Test
  @Tag("T-59")
  void large_programs_and_long_searches_end_at_a_limit() {
    assertEquals(Kind.LIMIT, refused("(?:" + "a".repeat(200) + "){1000}").kind());
    Rendering rendering = render("(x+x+)+y".repeat(300), "x".repeat(200_000));
    assertEquals(Kind.LIMIT, assertInstanceOf(Fault.class, rendering).kind());
  }

  @Test
  void no_pattern_is_told() {
    assertTrue(!refused("[s3cr3t").reason().contains("s3cr3t"));
  }
}
