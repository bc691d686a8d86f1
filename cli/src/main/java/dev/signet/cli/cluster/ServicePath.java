package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.cluster.Controller.Place;

/**
 * Where a Service and what it serves are found on an API server.
 *
 * @param port name of its port; empty for the one without a name
 */
record ServicePath(Place place, String port) {

  /** The path of the Service itself. */
  static String object(Place place) {
    return folder(place) + escaped(place.name());
  }

  /** What stands in front of a path that the Service's pod serves. */
  String proxy() {
    return folder(place) + escaped(proxied()) + "/proxy";
  }

  /** How the API server names the Service when it stands in for it. */
  String proxied() {
    return "http:" + place.name() + ":" + port;
  }

  /** Without a namespace there is no such folder, which is for the API server to say. */
  private static String folder(Place place) {
    return place.namespace().isEmpty()
        ? "/api/v1/services/"
        : "/api/v1/namespaces/" + escaped(place.namespace()) + "/services/";
  }

  private static String escaped(String segment) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : segment.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean legal = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~$&+,:;=@".indexOf(c) >= 0);
      escaped.append(legal ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return escaped.toString();
  }
}
