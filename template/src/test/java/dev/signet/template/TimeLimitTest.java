package dev.signet.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.template.Rendering.Fault;
import dev.signet.template.Rendering.Kind;
import dev.signet.template.Rendering.Rendered;
import dev.signet.template.limit.Allowance;
import dev.signet.template.limit.Budget;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.LimitException;
import dev.signet.template.limit.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Time that a clock tells, a jump at each look. */
@Tag("T-59")
final class TimeLimitTest {
  private static final Limits LIMITS = Limits.standard();
  private static final String LONG = "{{ range 100000 }}{{ end }}";

  private final Renderer renderer = new Renderer();

  @Test
  void a_template_that_works_on_is_stopped_when_its_time_is_over() {
    assertEquals(over(Limit.TIME), rendered(LONG, Duration.ofSeconds(1)));
  }

  @Test
  void a_template_that_asks_for_a_key_has_the_longer_time_and_no_more() {
    String withKey = "{{ $k := genPrivateKey \"ed25519\" }}";
    assertEquals(over(Limit.TIME), rendered(LONG, Duration.ofSeconds(4)));
    assertEquals("printed", rendered(withKey, Duration.ofSeconds(4)));
    assertEquals(over(Limit.TIME_WITH_KEYS), rendered(withKey + LONG, Duration.ofSeconds(1)));
  }

  @Test
  void many_small_templates_have_together_the_time_of_one() {
    Map<String, String> texts =
        IntStream.range(0, 500)
            .boxed()
            .collect(Collectors.toMap("k%03d"::formatted, _ -> "{{ 1 }}"));
    RenderedData data =
        RenderedData.of(renderer, texts, Map.of(), LIMITS, allowance(Duration.ofSeconds(1)));
    assertEquals(5, data.outputs().size());
    assertEquals(495, data.faults().size());
    assertEquals(new Fault(Kind.LIMIT, "k499", 1, 0, over(Limit.TIME)), data.faults().getLast());
  }

  private String rendered(String template, Duration jump) {
    Budget budget = new Budget(LIMITS, allowance(jump));
    return switch (renderer.render("t", template.getBytes(UTF_8), Map.of(), budget)) {
      case Rendered _ -> "printed";
      case Fault fault -> fault.reason();
    };
  }

  private static Allowance allowance(Duration jump) {
    var now = new AtomicLong();
    return new Allowance(LIMITS, () -> now.getAndAdd(jump.toNanos()));
  }

  private static String over(Limit limit) {
    return new LimitException(limit, LIMITS.allowed(limit)).reason();
  }
}
