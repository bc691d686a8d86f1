package dev.signet.template.duel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
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
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random templates print the same here and in Go, or fail in both at the same place. More of them
 * with {@code -Dsignet.duel.cases=20000}, others with {@code -Dsignet.duel.seeds=1,2,3}.
 */
class DuelTest {
  private static final String NAME = "duel";
  private static final Limits LIMITS = Limits.standard();
  private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{24,}");
  private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]+");

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
      List<Drawn> drawn = draw(Long.parseLong(seed));
      Map<Drawn, String> different = differences(peer.get(), drawn);
      Map<Drawn, Drawn> plainer = new HashMap<>();
      different.keySet().forEach(each -> plainer.put(each, withoutVerbs(each)));
      Map<Drawn, String> stillDifferent =
          plainer.isEmpty() ? Map.of() : differences(peer.get(), List.copyOf(plainer.values()));
      different.forEach(
          (each, why) -> {
            if (!each.template().contains("toDate")
                || stillDifferent.containsKey(plainer.get(each))) {
              differences.add(why + "\n" + each);
            }
          });
    }
    Files.write(Path.of("target", "duel.txt"), differences);
    assertEquals(List.of(), differences);
  }

  /** A verb that is not for times shows their inside, an address. All else must still be equal. */
  private static Drawn withoutVerbs(Drawn drawn) {
    return new Drawn(drawn.template().replace("printf", "print"), drawn.data());
  }

  private static List<Drawn> draw(long seed) {
    var templates = new RandomTemplates(new Random(seed));
    return Stream.generate(templates::next)
        .limit(Integer.getInteger("signet.duel.cases", 2_000))
        .toList();
  }

  private record Pair(Drawn template, Rendering ours) {}

  /** Those that our limits end are not given to the peer, which has none. */
  private static Map<Drawn, String> differences(GoPeer peer, List<Drawn> drawn)
      throws IOException, InterruptedException {
    var renderer = new Renderer();
    List<Pair> pairs =
        drawn.stream()
            .map(each -> new Pair(each, renderer.render(NAME, each.text(), each.input(), LIMITS)))
            .filter(pair -> !(pair.ours() instanceof Fault fault && fault.kind() == Kind.LIMIT))
            .toList();
    List<Answer> answers = peer.render(NAME, pairs.stream().map(Pair::template).toList());
    assertEquals(pairs.size(), answers.size(), "answers of the peer");
    Map<Drawn, String> differences = new LinkedHashMap<>();
    int printed = 0;
    for (int index = 0; index < pairs.size(); index++) {
      Pair pair = pairs.get(index);
      difference(pair.ours(), answers.get(index))
          .ifPresent(why -> differences.put(pair.template(), why));
      printed += pair.ours() instanceof Rendered ? 1 : 0;
    }
    System.out.printf(
        "templates against Go: %d compared, of which %d print%n", pairs.size(), printed);
    return differences;
  }

  /** What shows the inside of a time shows an address; perhaps encoded, perhaps twice. */
  private static boolean showsZone(String output) {
    return output.contains("*time.Location")
        || output.contains("(time.Time={")
        || ENCODED.matcher(output).results().anyMatch(found -> showsZone(decoded(found.group())));
  }

  private static String decoded(String encoded) {
    byte[] bytes =
        BASE32.matcher(encoded).matches()
            ? new BigInteger(encoded.chars().mapToObj(DuelTest::digit).collect(joining()), 32)
                .shiftRight(5 * encoded.length() % 8)
                .toByteArray()
            : Base64.getDecoder().decode(encoded.substring(0, encoded.length() / 4 * 4));
    return new String(bytes, ISO_8859_1);
  }

  /** Base32 has its letters first, numbers in base 32 have their digits first. */
  private static String digit(int letter) {
    return Integer.toString(letter >= 'A' ? letter - 'A' : letter - '2' + 26, 32);
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
