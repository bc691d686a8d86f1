package dev.signet.cli.options;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One record of comma-separated values as Go's encoding/csv reads it (RFC 4180): a quoted field may
 * hold commas and doubled quotes; what follows the first line is not read.
 */
record CsvRecord(List<String> fields, Optional<String> fault) {
  CsvRecord {
    fields = List.copyOf(fields);
  }

  static CsvRecord read(String text) {
    return text.isEmpty() ? new CsvRecord(List.of(), Optional.empty()) : new Reader(text).read();
  }

  private static final class Reader {
    private static final String BARE = "bare \" in non-quoted-field";
    private static final String QUOTED = "extraneous or missing \" in quoted-field";

    private final String text;
    private final List<String> fields = new ArrayList<>();
    private int at;

    Reader(String text) {
      this.text = text.replace("\r\n", "\n");
    }

    CsvRecord read() {
      while (at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      if (at == text.length()) {
        return new CsvRecord(List.of(), Optional.of("EOF"));
      }
      Optional<String> fault;
      do {
        fault = at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
      } while (fault.isEmpty() && at < text.length() && text.charAt(at++) == ',');
      return new CsvRecord(fields, fault);
    }

    private Optional<String> bare() {
      int end = at;
      while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '\n') {
        if (text.charAt(end) == '"') {
          return fault(end, BARE);
        }
        end++;
      }
      fields.add(text.substring(at, end));
      at = end;
      return Optional.empty();
    }

    private Optional<String> quoted() {
      var field = new StringBuilder();
      for (at++; at < text.length(); at++) {
        if (text.charAt(at) != '"') {
          field.append(text.charAt(at));
        } else if (text.startsWith("\"\"", at)) {
          field.append('"');
          at++;
        } else {
          int quote = at++;
          fields.add(field.toString());
          boolean ends = at == text.length() || text.charAt(at) == ',' || text.charAt(at) == '\n';
          return ends ? Optional.empty() : fault(quote, QUOTED);
        }
      }
      return fault(at, QUOTED);
    }

    private Optional<String> fault(int where, String what) {
      long line = text.substring(0, where).chars().filter(c -> c == '\n').count() + 1;
      int column =
          text.substring(text.lastIndexOf('\n', where - 1) + 1, where).getBytes(UTF_8).length + 1;
      return Optional.of("parse error on line %d, column %d: %s".formatted(line, column, what));
    }
  }
}
