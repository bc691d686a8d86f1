package dev.signet.cli.kubeconfig;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Errors in the words of Go's libraries, which scripts look for. */
public final class GoErrors {
  private GoErrors() {}

  /** Why a file could not be read: {@code open X: no such file or directory}. */
  public static String reading(Path path, String name, IOException cause) {
    if (Files.isDirectory(path)) {
      return "read " + name + ": is a directory";
    }
    return "open "
        + name
        + ": "
        + switch (cause) {
          case NoSuchFileException missing -> "no such file or directory";
          case AccessDeniedException denied -> "permission denied";
          default -> String.valueOf(cause.getMessage());
        };
  }

  /** Several errors as one: alone as it is, else in brackets, none twice. */
  public static String joined(Collection<String> errors) {
    List<String> distinct = errors.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : "[" + String.join(", ", distinct) + "]";
  }
}
