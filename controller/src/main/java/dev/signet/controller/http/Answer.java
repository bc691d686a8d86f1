package dev.signet.controller.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an endpoint answers.
 *
 * @param text all of the body
 */
public record Answer(int code, Map<String, String> headers, String text) {
  private static final String TEXT = "text/plain; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer of(int code, String contentType, String text) {
    return new Answer(code, Map.of("Content-Type", contentType), text);
  }

  /** In plain text. */
  public static Answer ok(String text) {
    return of(200, TEXT, text);
  }

  /** All is said by the code. */
  public static Answer empty(int code) {
    return new Answer(code, Map.of(), "");
  }

  /** A refusal, as Go words the headers of one: no browser may guess what it is. */
  public static Answer error(int code, String text) {
    return of(code, TEXT, text).with("X-Content-Type-Options", "nosniff");
  }

  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(code, more, text);
  }

  byte[] body() {
    return text.getBytes(UTF_8);
  }
}
