package dev.signet.cli.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Draws command lines and inputs and runs them in both programs. {@code -Dsignet.seed} draws
 * others, {@code -Dsignet.cases} more, {@code -Dsignet.first} begins further on.
 */
final class DifferentialTest {
  private final KeySet keys = KeySet.load();
  private final long seed = Long.getLong("signet.seed", 20_260_101);
  private final int first = Integer.getInteger("signet.first", 0);
  private final int cases = Integer.getInteger("signet.cases", 500);
  private final Map<KnownDifference, Integer> explained = new EnumMap<>(KnownDifference.class);

  @Test
  void drawn_command_lines_do_what_they_do_in_the_real_program() {
    Optional<Peer> peer = Peer.find(keys);
    if (peer.isEmpty()) {
      System.out.println("differential run: peer absent: 0 compared");
      return;
    }
    Program own = new Own(keys);
    int equal = 0;
    var defects = new StringBuilder();
    for (int number = first; number < first + cases; number++) {
      Run run = Run.of(InvocationDraw.draw(seed, number, keys), peer.get(), own);
      Optional<KnownDifference> known = run.agrees() ? Optional.empty() : run.explanation();
      known.ifPresent(it -> explained.merge(it, 1, Integer::sum));
      if (run.agrees()) {
        equal++;
      } else if (known.isEmpty()) {
        defects.append("==== case ").append(number).append('\n').append(run.show());
      }
    }
    System.out.printf(
        "differential run: seed %d: %d compared, %d equal, explained %s%n",
        seed, cases, equal, explained);
    assertEquals("", defects.toString());
    assertEquals(cases, equal + explained.values().stream().mapToInt(it -> it).sum());
  }
}
