package dev.signet.template.function;

import static dev.signet.template.value.Type.STRING;

import dev.signet.template.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/** Paths with slashes; those of the operating system are the same. */
final class PathFunctions {
  private PathFunctions() {}

  static List<Function> all() {
    return List.of(
        path("base", PathFunctions::base),
        path("osBase", PathFunctions::base),
        path("dir", PathFunctions::directory),
        path("osDir", PathFunctions::directory),
        path("clean", PathFunctions::clean),
        path("osClean", PathFunctions::clean),
        path("ext", PathFunctions::extension),
        path("osExt", PathFunctions::extension),
        isAbsolute("isAbs"),
        isAbsolute("osIsAbs"));
  }

  private static Function path(String name, UnaryOperator<String> operator) {
    return Function.of(
        name,
        List.of(STRING),
        call -> {
          call.budget().items(call.octets(0).length());
          return call.text(operator.apply(call.octets(0)));
        });
  }

  private static Function isAbsolute(String name) {
    return Function.of(
        name, List.of(STRING), call -> new Value.Bool(call.octets(0).startsWith("/")));
  }

  private static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  private static String directory(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 || path.indexOf('/', dot) >= 0 ? "" : path.substring(dot);
  }

  private static String clean(String path) {
    boolean isRooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      boolean isUp = part.equals("..");
      if (isUp && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !(isUp && isRooted)) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return isRooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }
}
