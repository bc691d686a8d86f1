package dev.signet.cli.action;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.manifest.DocumentReader;
import dev.signet.cli.manifest.Node.Position;
import dev.signet.cli.manifest.Node.Scalar;
import dev.signet.cli.manifest.SourceText;
import dev.signet.cli.resource.TemplatedObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of SealedSecrets, read for its templates.
 *
 * @param name as it is told to the user
 */
record TemplateFile(String name, SourceText source, List<TemplatedObject> objects) {
  /** What reading gave: the file, or why there is none. */
  sealed interface Reading {
    record Read(TemplateFile file) implements Reading {}

    record Refused(List<Failure> failures) implements Reading {}
  }

  static Reading read(String name, byte[] input) {
    List<Failure> failures = new ArrayList<>();
    List<TemplatedObject> objects = new ArrayList<>();
    for (Document document : DocumentReader.readAll(input)) {
      switch (document) {
        case Document.Tree tree -> objects.addAll(TemplatedObject.allIn(tree.root()));
        case Document.Broken(_, int line, String reason) ->
            failures.add(Failure.of("%s:%d".formatted(name, line), reason));
      }
    }
    if (failures.isEmpty() && objects.isEmpty()) {
      failures.add(Failure.of("no SealedSecret in the input"));
    }
    return failures.isEmpty()
        ? new Reading.Read(new TemplateFile(name, new SourceText(input), objects))
        : new Reading.Refused(failures);
  }

  /**
   * Something that is wrong, as compilers say it.
   *
   * @param line of the template, from 1
   * @param column bytes since its start
   */
  String finding(Scalar template, int line, int column, String text) {
    Position at = source.at(template, index(template.text(), line, column));
    return "%s:%d:%d: %s\n".formatted(name, at.line(), at.column(), text);
  }

  private static int index(String text, int line, int column) {
    int start = 0;
    for (int number = 1; number < line; number++) {
      start = Math.max(start, text.indexOf('\n', start) + 1);
    }
    byte[] rest = text.substring(start).getBytes(StandardCharsets.UTF_8);
    int bytes = Math.min(column, rest.length);
    return start + new String(rest, 0, bytes, StandardCharsets.UTF_8).length();
  }
}
