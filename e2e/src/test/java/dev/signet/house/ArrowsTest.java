package dev.signet.house;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every arrow between two packages is drawn here, and every arrow drawn here is there. Whoever adds
 * one changes this picture and docs/design.md, and sees what he does. Compiled classes do not know
 * whose constants they hold, so the imports count too.
 */
final class ArrowsTest {
  private static final String ROOT = "dev.signet.";
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package dev\\.signet\\.([a-z.]+);");

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?dev\\.signet\\.([a-z.]+)\\.[A-Z*]");

  private static final String DRAWN =
      """
      bench -> template template.limit
      cli -> cli.action cli.cluster cli.files cli.kubeconfig cli.manifest cli.options \
      cli.resource cli.terminal crypto
      cli.action -> cli.files cli.manifest cli.resource cli.terminal cli.url crypto template \
      template.limit
      cli.cluster -> cli.files cli.kubeconfig cli.manifest cli.terminal cli.url crypto
      cli.files -> cli.terminal
      cli.kubeconfig -> cli.files cli.manifest cli.terminal cli.url crypto
      cli.manifest -> crypto
      cli.options -> cli.terminal
      cli.resource -> cli.manifest cli.terminal crds crypto
      cli.terminal ->
      cli.url -> cli.terminal
      controller.app -> controller.http controller.keys controller.kube \
      controller.kube.event controller.kube.lease controller.kube.watch controller.log \
      controller.metrics controller.options controller.queue controller.reconcile \
      controller.reseal crds crypto
      controller.http -> controller.log
      controller.keys -> controller.kube controller.kube.event controller.log \
      controller.queue crds crypto
      controller.kube -> controller.queue crds
      controller.kube.event -> controller.kube controller.log crds
      controller.kube.lease -> controller.kube controller.log crds
      controller.kube.watch -> controller.kube controller.log controller.queue crds
      controller.log ->
      controller.metrics ->
      controller.options -> controller.log template.limit
      controller.queue ->
      controller.reconcile -> controller.kube controller.kube.event controller.kube.watch \
      controller.log controller.queue crds crypto template template.limit
      controller.reseal -> controller.http controller.log crds crypto
      crds ->
      crypto ->
      demo ->
      template -> template.exec template.function template.limit template.syntax template.value
      template.crypto -> template.url template.value
      template.exec -> template.format template.function template.limit template.syntax \
      template.value
      template.format -> template.limit template.value
      template.function -> template.crypto template.format template.json template.limit \
      template.regex template.time template.url template.value template.version
      template.json -> template.format template.limit template.value
      template.limit ->
      template.regex -> template.format template.limit template.value
      template.syntax -> template.limit template.value
      template.time -> template.value
      template.url ->
      template.value ->
      template.version -> template.value
      """;

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.signet");

  @Test
  void the_arrows_are_those_that_are_drawn() {
    assertEquals(DRAWN, picture(arrows()));
  }

  @Test
  void no_package_stands_in_a_circle() {
    SlicesRuleDefinition.slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void the_two_programs_never_see_each_other() {
    Map<String, Set<String>> arrows = arrows();
    assertTrue(reach(arrows, "cli").noneMatch(to -> to.startsWith("controller")));
    assertTrue(reach(arrows, "controller").noneMatch(to -> to.startsWith("cli")));
  }

  private static Stream<String> reach(Map<String, Set<String>> arrows, String module) {
    return arrows.entrySet().stream()
        .filter(arrow -> arrow.getKey().startsWith(module))
        .flatMap(arrow -> arrow.getValue().stream());
  }

  @Test
  void only_the_cluster_package_of_the_command_touches_the_kubernetes_client() {
    assertEquals(Set.of("cli.cluster"), users("cli", "io.fabric8."));
  }

  @Test
  void the_sealed_format_stands_on_bouncy_castle_and_the_jdk_alone() {
    for (JavaClass type : HOUSE.that(resideIn("crypto"))) {
      type.getDirectDependenciesFromSelf()
          .forEach(
              it ->
                  assertTrue(
                      Stream.of("java", "org.bouncycastle", "org.jspecify", ROOT + "crypto")
                          .anyMatch(it.getTargetClass().getPackageName()::startsWith),
                      it.getDescription()));
    }
  }

  private static DescribedPredicate<JavaClass> resideIn(String place) {
    return JavaClass.Predicates.resideInAPackage(ROOT + place + "..");
  }

  private static Set<String> users(String module, String library) {
    Set<String> users = new TreeSet<>();
    for (JavaClass type : HOUSE.that(resideIn(module))) {
      type.getDirectDependenciesFromSelf().stream()
          .filter(it -> it.getTargetClass().getName().startsWith(library))
          .forEach(it -> users.add(place(type)));
    }
    return users;
  }

  private static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass type : HOUSE) {
      Set<String> targets = arrows.computeIfAbsent(place(type), key -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(it -> it.getTargetClass().getBaseComponentType())
          .filter(to -> to.getPackageName().startsWith(ROOT))
          .map(ArrowsTest::place)
          .filter(to -> !to.equals(place(type)))
          .forEach(targets::add);
    }
    sources().forEach(source -> addImports(source, arrows));
    return arrows;
  }

  private static void addImports(String source, Map<String, Set<String>> arrows) {
    Matcher own = PACKAGE.matcher(source);
    assertTrue(own.find(), source);
    IMPORT
        .matcher(source)
        .results()
        .map(it -> it.group(1))
        .filter(to -> !to.equals(own.group(1)))
        .forEach(to -> arrows.computeIfAbsent(own.group(1), key -> new TreeSet<>()).add(to));
  }

  /** The text of every class of the programs. */
  private static List<String> sources() {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .filter(it -> it.toString().matches("\\.\\./[^/]+/src/main/java/.*\\.java"))
          .map(ArrowsTest::text)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String place(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }

  private static String picture(Map<String, Set<String>> arrows) {
    return arrows.entrySet().stream()
        .map(it -> (it.getKey() + " -> " + String.join(" ", it.getValue())).strip() + "\n")
        .collect(joining());
  }
}
