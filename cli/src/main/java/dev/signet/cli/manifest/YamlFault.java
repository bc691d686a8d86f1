package dev.signet.cli.manifest;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Puts what the YAML library complains about into words of ours. Its own messages quote the text,
 * which may be a secret, so none of them is passed on.
 */
final class YamlFault {
  private static final String NO_COLON = "could not find expected ':'";

  private YamlFault() {}

  static BrokenException of(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      return new BrokenException(line(marked), reason(marked.getProblem(), marked.getContext()));
    }
    return new BrokenException(0, "a character that YAML does not allow");
  }

  /** A key without a colon is noticed only when the next line begins. */
  private static int line(MarkedYamlEngineException e) {
    return (e.getProblem().startsWith(NO_COLON) ? e.getContextMark() : e.getProblemMark())
        .map(Mark::getLine)
        .orElse(0);
  }

  private static String reason(String problem, @Nullable String context) {
    if (problem.contains("\\t(TAB)")) {
      return "a tab where blanks are needed";
    }
    if (problem.startsWith("found character")) {
      return "a character that cannot begin a value, which quotes would allow";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a ':' where no map can begin";
    }
    if (problem.startsWith(NO_COLON)) {
      return "a line without ':' where a key was expected";
    }
    if (problem.startsWith("found unexpected end of stream")) {
      return "a quote that is never closed";
    }
    if (problem.contains("block end") || problem.contains("BlockEnd")) {
      return "indentation that fits nothing above it";
    }
    if (context != null && context.contains("flow")) {
      return "a '{' or '[' that is not closed";
    }
    if (problem.contains("not allowed in") || problem.startsWith("special characters")) {
      return "a character that YAML does not allow";
    }
    return "no valid YAML";
  }
}
