package dev.signet.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.template.Rendering.Fault;
import dev.signet.template.Rendering.Kind;
import dev.signet.template.Rendering.Rendered;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.Limits;
import java.util.Map;

/**
 * Parser and evaluator under Jazzer, which calls {@link #fuzzerTestOneInput} with what it makes up;
 * {@code bench/fuzz} runs it. Not a test, as it has no end.
 */
public final class TemplateFuzz {
  private static final String MARKER = "MARKER7f3a9c";
  private static final Renderer RENDERER = new Renderer();
  private static final int MOST_OUTPUT = 1 << 16;

  /** Small, so that many fit into a minute. */
  private static final Limits LIMITS =
      Limits.standard()
          .with(Limit.STEPS, 20_000)
          .with(Limit.OUTPUT_BYTES, MOST_OUTPUT)
          .with(Limit.LARGE_KEYS, 0)
          .with(Limit.SMALL_KEYS, 0)
          .with(Limit.PASSWORD_HASHES, 0);

  private static final Map<String, byte[]> ITEMS =
      Map.of(
          "user", MARKER.getBytes(UTF_8),
          "json", "{\"a\":[1,2.5,null,\"x\"],\"b\":{\"c\":true}}".getBytes(UTF_8),
          "list", "a,b,\u00e9".getBytes(UTF_8),
          "bytes", new byte[] {0, (byte) 0xff, (byte) 0xc3, '%', 'z'},
          "num", "42".getBytes(UTF_8));

  private TemplateFuzz() {}

  public static void fuzzerTestOneInput(byte[] template) {
    boolean tellsItself = new String(template, UTF_8).contains(MARKER);
    switch (RENDERER.render("fuzz", template, ITEMS, LIMITS)) {
      case Rendered rendered -> check(rendered.output().length <= MOST_OUTPUT, "too much output");
      case Fault fault -> {
        check(!fault.reason().startsWith("the template engine failed"), fault.toString());
        check(fault.line() >= 1 && fault.column() >= 0, fault.toString());
        check(tellsItself || !fault.reason().contains(MARKER), fault.toString());
        check(fault.kind() != Kind.LIMIT || fault.reason().contains("over the limit"), "no limit");
      }
    }
  }

  private static void check(boolean isGood, String complaint) {
    if (!isGood) {
      throw new IllegalStateException(complaint);
    }
  }
}
