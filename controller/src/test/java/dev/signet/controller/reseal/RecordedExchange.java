package dev.signet.controller.reseal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One recorded question with its answer. */
record RecordedExchange(
    String name, String method, String path, List<String> headers, String body, Reply reply) {
  private static final Path FOLDER =
      Path.of(System.getProperty("signet.vectors"), "controller", "http");

  /** The code, the headers by name in lower case and without the date, and the body. */
  record Reply(int code, SequencedMap<String, String> headers, String body) {
    static final Reply NONE = new Reply(0, new TreeMap<>(), "");

    static Reply parse(String text) {
      String[] parts = text.split("\n\n", 2);
      String[] lines = parts[0].strip().split("\n", -1);
      SequencedMap<String, String> headers = new TreeMap<>();
      for (int i = 1; i < lines.length; i++) {
        String[] field = lines[i].split(": ", 2);
        if (!field[0].equalsIgnoreCase("Date")) {
          headers.put(field[0], field[1]);
        }
      }
      return new Reply(
          Integer.parseInt(lines[0].split(" ", -1)[1]), headers, parts.length > 1 ? parts[1] : "");
    }
  }

  static List<RecordedExchange> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(RecordedExchange::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordedExchange read(Path file) {
    try {
      String text = Files.readString(file).split("\n\n# controller log", 2)[0];
      List<String> asked =
          text.lines()
              .filter(line -> line.startsWith(">"))
              .map(line -> line.replaceFirst("^> ?", ""))
              .toList();
      int end = asked.indexOf("");
      List<String> headers = asked.subList(1, end < 0 ? asked.size() : end);
      String body = end < 0 ? "" : String.join("\n", asked.subList(end + 1, asked.size()));
      String[] first = asked.getFirst().split(" ", -1);
      int answer = text.indexOf("\nHTTP/1.1 ");
      Reply reply = answer < 0 ? Reply.NONE : Reply.parse(text.substring(answer + 1));
      return new RecordedExchange(
          file.getFileName().toString(), first[0], first[1], List.copyOf(headers), body, reply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String number() {
    return name.substring(0, 2);
  }

  byte[] request() {
    StringBuilder text = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, path));
    text.append("Host: x\r\nConnection: close\r\n");
    headers.forEach(it -> text.append(it).append("\r\n"));
    text.append("Content-Length: %d\r\n\r\n".formatted(body.getBytes(UTF_8).length));
    return text.append(body).toString().getBytes(UTF_8);
  }
}
