package dev.signet.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.template.Rendering.Rendered;
import dev.signet.template.limit.Limit;
import dev.signet.template.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/templates.md print what is said there. */
class TemplatesPageTest {
  private static final Map<String, byte[]> ITEMS =
      Map.of(
          "user", "ann".getBytes(UTF_8),
          "password", "p@ss".getBytes(UTF_8),
          "hosts", "a,b".getBytes(UTF_8));

  @Test
  void the_examples_print_what_the_page_says() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("..", "docs", "templates.md")).stream()
            .filter(line -> line.startsWith("| `{{"))
            .toList();
    assertEquals(12, rows.size());
    for (String row : rows) {
      List<String> cells = List.of(row.split(" \\| ", 2));
      String template = code(cells.get(0).substring(2)).replace("\\|", "|");
      String wanted = code(cells.get(1).substring(0, cells.get(1).length() - 2));
      assertEquals(wanted, printed(template), template);
    }
  }

  @Test
  void the_limits_are_those_that_the_page_names() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "templates.md"));
    for (Limit limit : Limit.values()) {
      String row =
          "\n| `%s` | %d | %d to %d | "
              .formatted(limit.setting(), limit.standard(), limit.least(), limit.most());
      assertTrue(page.contains(row), row);
    }
  }

  private static String code(String cell) {
    return cell.substring(1, cell.length() - 1);
  }

  private static String printed(String template) {
    Rendering rendering =
        new Renderer().render("page", template.getBytes(UTF_8), ITEMS, Limits.standard());
    return rendering instanceof Rendered rendered
        ? new String(rendered.output(), UTF_8)
        : rendering.toString();
  }
}
