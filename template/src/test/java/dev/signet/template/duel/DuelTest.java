package dev.signet.template.duel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.template.Renderer;
import dev.signet.template.Rendering;
import dev.signet.template.Rendering.Fault;
import dev.signet.template.Rendering.Kind;
import dev.signet.template.Rendering.Rendered;
import dev.signet.template.duel.GoPeer.Answer;
import dev.signet.template.duel.RandomTemplates.Drawn;
import dev.signet.template.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random templates print the same here and in Go, or fail in both at the same place. More of them
 * with {@code -Dsignet.duel.cases=20000}, others with {@code -Dsignet.duel.seeds=1,2,3}.
 */
class DuelTest {
  private static final String NAME = "duel";

  @TempDir private Path folder;

  @Test
  void random_templates_end_as_in_go() throws IOException, InterruptedException {
    Optional<GoPeer> peer = GoPeer.build(folder);
    if (peer.isEmpty()) {
      System.out.println("templates against Go: peer absent: 0 compared");
      return;
    }
    List<String> differences = new ArrayList<>();
    for (String seed : System.getProperty("signet.duel.seeds", "8").split(",", -1)) {
      List<Pair> pairs = draw(Long.parseLong(seed));
      List<Answer> answers = peer.get().render(NAME, pairs.stream().map(Pair::template).toList());
      assertEquals(pairs.size(), answers.size(), "answers of the peer");
      differences.addAll(differences(pairs, answers));
    }
    Files.write(Path.of("target", "duel.txt"), differences);
    assertEquals(List.of(), differences);
  }

  private record Pair(Drawn template, Rendering ours) {}

  /** Those that our limits end are not given to the peer, which has none. */
  private static List<Pair> draw(long seed) {
    var templates = new RandomTemplates(new Random(seed));
    var renderer = new Renderer();
    return Stream.generate(templates::next)
        .limit(Integer.getInteger("signet.duel.cases", 2_000))
        .map(
            drawn ->
                new Pair(
                    drawn, renderer.render(NAME, drawn.text(), drawn.input(), Limits.standard())))
        .filter(pair -> !(pair.ours() instanceof Fault fault && fault.kind() == Kind.LIMIT))
        .toList();
  }

  private static List<String> differences(List<Pair> pairs, List<Answer> answers) {
    List<String> differences = new ArrayList<>();
    int printed = 0;
    for (int index = 0; index < pairs.size(); index++) {
      Pair pair = pairs.get(index);
      difference(pair.ours(), answers.get(index))
          .filter(_ -> !hidesTime(pair.template().template()))
          .ifPresent(why -> differences.add(why + "\n" + pair.template()));
      printed += pair.ours() instanceof Rendered ? 1 : 0;
    }
    System.out.printf(
        "templates against Go: %d compared, of which %d print%n", pairs.size(), printed);
    return differences;
  }

  /** Encoded, the inside of a time is not known again. */
  private static boolean hidesTime(String template) {
    return template.contains("toDate")
        && (template.contains("b64enc") || template.contains("b32enc"));
  }

  /** What shows the inside of a time shows an address. */
  private static boolean showsZone(String output) {
    return output.contains("*time.Location") || output.contains("(time.Time={");
  }

  private static Optional<String> difference(Rendering ours, Answer theirs) {
    return switch (ours) {
      case Fault fault when isDeliberate(fault) -> Optional.empty();
      case Rendered rendered when showsZone(octets(rendered)) -> Optional.empty();
      case Fault fault when isSamePlace(fault, theirs.failure()) -> Optional.empty();
      case Rendered rendered
          when octets(rendered).equals(theirs.output()) && theirs.failure().isEmpty() ->
          Optional.empty();
      case Fault fault -> Optional.of("ours:   %s%ntheirs: %s".formatted(fault, shown(theirs)));
      case Rendered rendered ->
          Optional.of("ours:   %s%ntheirs: %s".formatted(octets(rendered), shown(theirs)));
    };
  }

  private static String octets(Rendered rendered) {
    return new String(rendered.output(), ISO_8859_1);
  }

  private static String shown(Answer answer) {
    return answer.failure().isEmpty() ? answer.output() : answer.failure();
  }

  /** Slices that reach into what lies behind a list. */
  private static boolean isDeliberate(Fault fault) {
    return fault.reason().contains("slice index out of bounds");
  }

  private static boolean isSamePlace(Fault fault, String theirs) {
    return switch (fault.kind()) {
      case PARSE -> theirs.startsWith("parse template: %s:%d:".formatted(NAME, fault.line()));
      case EXEC ->
          theirs.startsWith(
              "exec template: %s:%d:%d:".formatted(NAME, fault.line(), fault.column()));
      case LIMIT -> true;
    };
  }
}
