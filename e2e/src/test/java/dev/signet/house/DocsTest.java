package dev.signet.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages point at is there, and what people look for is on them. */
final class DocsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
  private static final Pattern TEST = Pattern.compile("\\b(\\w+(?:Test|IT))\\.([a-z0-9_]+)");
  private static final Pattern REASON =
      Pattern.compile("^ {2}[A-Z_0-9]+\\(\"(\\w+)\"", Pattern.MULTILINE);

  @Test
  void every_link_leads_to_a_file_and_a_heading_of_it() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        if (!link.group(1).contains("://") && !leads(page, link.group(1))) {
          broken.add(ROOT.relativize(page) + ": " + link.group(1));
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void every_page_is_found_from_the_readme() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      for (Path page : docs.toList()) {
        String link = "(docs/" + page.getFileName() + ")";
        assertTrue(readme.contains(link), "README.md does not link " + link);
      }
    }
  }

  @Test
  void every_reason_in_a_status_has_a_line_of_what_to_do() throws IOException {
    String reasons = "controller/src/main/java/dev/signet/controller/reconcile/Reason.java";
    String page = Files.readString(ROOT.resolve("docs/troubleshooting.md"));
    Set<String> missing = new TreeSet<>();
    REASON
        .matcher(Files.readString(ROOT.resolve(reasons)))
        .results()
        .forEach(it -> missing.add(it.group(1)));
    assertTrue(missing.size() > 10, missing::toString);
    missing.removeIf(it -> page.contains("`" + it + "`"));
    assertEquals(Set.of(), missing);
  }

  @Test
  void every_test_that_the_table_of_issues_names_is_there() throws IOException {
    List<MatchResult> named =
        TEST.matcher(Files.readString(ROOT.resolve("docs/upstream-issues.md"))).results().toList();
    assertTrue(named.size() > 100, "only " + named.size());
    Map<String, String> sources = tests();
    Set<String> missing = new TreeSet<>();
    for (MatchResult test : named) {
      String source = sources.getOrDefault(test.group(1), "");
      if (!source.contains(" " + test.group(2) + "(")) {
        missing.add(test.group());
      }
    }
    assertEquals(Set.of(), missing, "made anew by e2e/rows issues");
  }

  /** Sources by the name of their class; those of one name in two modules count as one. */
  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new TreeMap<>();
    for (Path folder : testFolders()) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          String name = String.valueOf(file.getFileName()).replace(".java", "");
          tests.merge(name, Files.readString(file), String::concat);
        }
      }
    }
    return tests;
  }

  private static List<Path> testFolders() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules.map(it -> it.resolve("src/test/java")).filter(Files::isDirectory).toList();
    }
  }

  private static boolean leads(Path page, String link) throws IOException {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.resolveSibling(file);
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0 || headings(Files.readString(target)).contains(link.substring(hash + 1));
  }

  /** As the names by which links know them. */
  private static Set<String> headings(String page) {
    Set<String> names = new TreeSet<>();
    for (MatchResult heading : HEADING.matcher(page).results().toList()) {
      String plain = heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "");
      names.add(plain.replace(' ', '-'));
    }
    return names;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 4)) {
      return files
          .filter(it -> it.toString().endsWith(".md"))
          .filter(it -> !it.toString().contains("/target/"))
          .toList();
    }
  }
}
