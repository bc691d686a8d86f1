package dev.signet.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.template.Rendering.Fault;
import dev.signet.template.function.Environment;
import dev.signet.template.function.Functions;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No error shows what a template was given. */
@Tag("T-04")
@Tag("T-05")
class LeakTest {
  private static final String MARKER = "MARKER7f3a9c";
  private static final List<String> ARGUMENTS =
      List.of("$.m", "1", "(list $.m 1)", "(dict $.m $.m)", "true", "(splitList \"K\" $.m)");

  /** No key is made here and no password hashed: that takes long and shows nothing more. */
  private static final Limits LIMITS =
      Limits.standard()
          .with(Limit.LARGE_KEYS, 0)
          .with(Limit.SMALL_KEYS, 0)
          .with(Limit.PASSWORD_HASHES, 0);

  private static final int OF_MANY_ARGUMENTS = 2_000;

  /** They take anything. Whoever adds a function that is not among them sees it fail here. */
  private static final Set<String> NEVER_FAIL =
      Set.of(
          "add",
          "addf",
          "all",
          "any",
          "cat",
          "coalesce",
          "dict",
          "html",
          "js",
          "list",
          "print",
          "println",
          "quote",
          "squote",
          "tuple",
          "urlquery");

  private final Renderer renderer = new Renderer();
  private int faults;

  @Test
  void no_function_shows_its_arguments_when_it_fails() {
    List<String> calls = new ArrayList<>(List.of(""));
    List<String> last = calls;
    for (int count = 0; count < 3; count++) {
      List<String> longer = new ArrayList<>();
      last.forEach(before -> ARGUMENTS.forEach(more -> longer.add(before + " " + more)));
      calls = new ArrayList<>(calls);
      calls.addAll(longer);
      last = longer;
    }
    List<String> leaks = new ArrayList<>();
    Set<String> neverFailed = new TreeSet<>();
    var random = new Random(1);
    Functions functions = Functions.standard(Environment.system());
    for (String name : new TreeSet<>(functions.names())) {
      int before = faults;
      calls.forEach(arguments -> collect("{{" + name + arguments + "}}", leaks));
      int wanted = Objects.requireNonNull(functions.find(name)).fixed().size();
      for (int more = 0; wanted > 3 && more < OF_MANY_ARGUMENTS; more++) {
        String arguments =
            random.ints(wanted, 0, ARGUMENTS.size()).mapToObj(ARGUMENTS::get).collect(joining(" "));
        collect("{{" + name + " " + arguments + "}}", leaks);
      }
      if (faults == before) {
        neverFailed.add(name);
      }
    }
    assertEquals(List.of(), leaks);
    assertEquals(NEVER_FAIL, neverFailed);
    assertTrue(faults > 10_000, "failed: " + faults);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{range $.m}}{{end}}",
        "{{$.m.x}}",
        "{{$.m 1}}",
        "{{(list $.m).x}}",
        "{{index (list 1) $.m}}",
        "{{index (dict $.m 1) 1}}",
        "{{template \"x\" $.m}}{{define \"x\"}}{{.y}}{{end}}",
        "{{fail (print $.m)}}",
        "{{$.m | fail}}",
        "{{call $.m}}",
        "{{with $.m}}{{.x}}{{end}}",
        "{{regexFind (print \"[\" $.m) \"x\"}}",
        "{{mustToDate \"2006\" $.m}}",
        "{{urlParse (print \"%zz\" $.m)}}",
        "{{(semver \"1.2.3\").SetPrerelease (print $.m \"!\")}}",
        "{{dig $.m $.m \"d\" (dict $.m 1)}}",
        "{{mustFromJson $.m}}",
        "{{derivePassword 1 $.m $.m $.m $.m | fail}}",
        "{{printf \"%*d\" $.m 1 | atoi | div 1}}",
        "{{repeat 100000000 $.m}}",
        "{{range 100000000}}{{$.m}}{{end}}",
      })
  void no_statement_shows_what_it_fails_on(String template) {
    List<String> leaks = new ArrayList<>();
    collect(template, leaks);
    assertEquals(List.of(), leaks);
    assertEquals(1, faults);
  }

  private void collect(String template, List<String> leaks) {
    Map<String, byte[]> input = Map.of("m", MARKER.getBytes(UTF_8));
    if (renderer.render("leak", template.getBytes(UTF_8), input, LIMITS) instanceof Fault fault) {
      faults++;
      boolean isTold = (fault.reason() + fault.told()).contains(MARKER);
      boolean isDefect = fault.reason().startsWith("the template engine failed");
      if (isTold || isDefect || fault.reason().isEmpty()) {
        leaks.add(template + ": " + fault);
      }
    }
  }

  @Test
  void a_failure_that_is_written_in_the_template_is_shown() {
    Rendering rendering = renderer.render("k", bytes("a\n {{fail \"no é\"}}"), Map.of(), LIMITS);
    assertEquals(new Fault(Rendering.Kind.EXEC, "k", 2, 3, "error calling fail: no é"), rendering);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
