package dev.signet.controller.kube.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;

/** A request as it came in; header names in lower case. */
public record Call(
    String method, String target, String version, Map<String, String> headers, String body) {
  public String path() {
    return target.split("\\?", 2)[0];
  }

  /** Empty if it is not there. */
  public String query(String name) {
    String[] parts = target.split("\\?", 2);
    return parts.length < 2
        ? ""
        : Arrays.stream(parts[1].split("&"))
            .filter(part -> part.startsWith(name + "="))
            .map(part -> URLDecoder.decode(part.substring(name.length() + 1), UTF_8))
            .findFirst()
            .orElse("");
  }

  public boolean isWatch() {
    return query("watch").equals("true");
  }

  public boolean isList() {
    return method.equals("GET") && !query("limit").isEmpty();
  }
}
