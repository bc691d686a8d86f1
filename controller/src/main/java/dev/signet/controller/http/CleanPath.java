package dev.signet.controller.http;

import java.util.ArrayDeque;
import java.util.Deque;

/** A path without empty segments and dots, as Go's path.Clean; a slash at the end stays. */
final class CleanPath {
  private CleanPath() {}

  static String of(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      switch (segment) {
        case "", "." -> {}
        case ".." -> segments.pollLast();
        default -> segments.add(segment);
      }
    }
    String clean = "/" + String.join("/", segments);
    return path.endsWith("/") && !segments.isEmpty() ? clean + "/" : clean;
  }
}
