package dev.signet.template.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.template.Parsing;
import dev.signet.template.Renderer;
import dev.signet.template.Rendering;
import dev.signet.template.Rendering.Fault;
import dev.signet.template.Rendering.Rendered;
import dev.signet.template.Template;
import dev.signet.template.duel.RandomTemplates.Drawn;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nothing that is given to the engine makes it end otherwise than by output or by its own error.
 */
@Tag("T-59")
@Tag("T-61")
class RobustnessTest {
  private static final String[] PIECES = {
    "{{",
    "}}",
    "{{-",
    "-}}",
    "{{end}}",
    "{{else}}",
    "{{range",
    "{{if",
    "(",
    ")",
    "|",
    "$x",
    ":=",
    "\"",
    "`",
    "'",
    ".",
    "..",
    ",",
    "{{/*",
    "*/}}",
    "define",
    "template",
    "block",
    "1e",
    "0x",
    "\\",
    "\n",
    "nil",
    "\u00ff",
    "{{break}}",
    "{{template \"sub\" .}}",
    "{{$x := .}}",
    "printf",
    "999999999999",
    "\0"
  };

  private static final Limits LIMITS =
      Limits.standard().with(Limit.STEPS, 50_000).with(Limit.LARGE_KEYS, 0);

  @Test
  void broken_templates_end_in_output_or_an_error_of_the_engine() {
    long seed = Long.getLong("signet.fuzz.seed", 4);
    var random = new Random(seed);
    var templates = new RandomTemplates(random);
    var renderer = new Renderer();
    for (int round = 0; round < Integer.getInteger("signet.fuzz.rounds", 4_000); round++) {
      Drawn drawn = templates.next();
      byte[] text = broken(random, drawn.template()).getBytes(StandardCharsets.ISO_8859_1);
      if (renderer.render("fuzz", text, drawn.input(), LIMITS) instanceof Fault fault) {
        String where = "seed %d, round %d: %s".formatted(seed, round, fault);
        assertFalse(fault.reason().startsWith("the template engine failed"), where);
        assertTrue(fault.line() >= 1 && fault.column() >= 0, where);
      }
    }
  }

  private static String broken(Random random, String template) {
    var text = new StringBuilder(template);
    for (int times = random.nextInt(4); times > 0; times--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> text.delete(at, Math.min(at + 1 + random.nextInt(5), text.length()));
        case 2 -> text.insert(at, (char) random.nextInt(256));
        default -> text.insert(at, text.substring(at, Math.min(at + 20, text.length())));
      }
    }
    return text.toString();
  }

  @Test
  void one_template_is_rendered_by_many_threads_at_once() {
    String text = "{{range until 50}}{{. | add $.n}}{{$.n | upper | repeat 2 | quote}}{{end}}";
    Parsing parsing =
        new Renderer().parse("t", text.getBytes(StandardCharsets.UTF_8), Limits.standard());
    assertTrue(parsing instanceof Template, parsing::toString);
    if (parsing instanceof Template template) {
      long different =
          IntStream.range(0, 400)
              .parallel()
              .mapToObj(number -> rendered(template, number % 2))
              .distinct()
              .count();
      assertEquals(2, different);
    }
  }

  private static String rendered(Template template, int number) {
    byte[] value = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    Rendering rendering = template.render(Map.of("n", value), Limits.standard());
    return rendering instanceof Rendered rendered
        ? new String(rendered.output(), StandardCharsets.UTF_8)
        : rendering.toString();
  }

  @Test
  void every_limit_can_be_set_and_names_its_setting() {
    assertStops(Limit.TEMPLATE_BYTES, 3, "{{1}}");
    assertStops(Limit.OUTPUT_BYTES, 3, "{{1234}}");
    assertStops(Limit.ALL_OUTPUT_BYTES, 3, "{{1234}}");
    assertStops(Limit.TEXT_BYTES, 9, "{{repeat 5 \"ab\"}}");
    assertStops(Limit.ALLOCATED_BYTES, 99, "{{until 10}}");
    assertStops(Limit.ITEMS, 9, "{{until 10}}");
    assertStops(Limit.STEPS, 99, "{{range 100}}{{end}}");
    assertStops(Limit.DEPTH, 9, "{{" + "(".repeat(10) + "1" + ")".repeat(10) + "}}");
    assertStops(Limit.PATTERN_BYTES, 9, "{{regexMatch \"aaaaaaaaaa\" \"\"}}");
    assertStops(Limit.PATTERN_INSTRUCTIONS, 99, "{{regexMatch \"a{100}\" \"\"}}");
  }

  private static void assertStops(Limit limit, long allowed, String template) {
    Rendering rendering =
        new Renderer()
            .render(
                "t",
                template.getBytes(StandardCharsets.UTF_8),
                Map.of(),
                Limits.standard().with(limit, allowed));
    String wanted =
        "%s is over the limit of %d (--template-limits %s)"
            .formatted(limit.description(), allowed, limit.setting());
    assertEquals(wanted, rendering instanceof Fault fault ? fault.reason() : "printed");
  }
}
