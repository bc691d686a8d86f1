package dev.signet.cli.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * The bytes that a file, a standard input or a reply of a case stands for.
 *
 * @param fill puts addresses and folders in the place of their placeholders
 */
record Content(TestKeys keys, UnaryOperator<String> fill) {
  byte[] bytes(JsonNode content) {
    if (content.isMissingNode() || content.isNull()) {
      return new byte[0];
    }
    if (content.isString()) {
      return text(content.asString());
    }
    if (content.has("base64")) {
      return Base64.getDecoder().decode(content.get("base64").asString());
    }
    if (content.has("use")) {
      return keys.text(content.get("use").asString()).getBytes(UTF_8);
    }
    if (content.has("json")) {
      return text(content.get("json").toString());
    }
    if (content.has("repeat")) {
      return text(content.get("repeat").asString().repeat(content.get("count").asInt()));
    }
    if (content.has("join")) {
      var joined = new ByteArrayOutputStream();
      content.get("join").forEach(part -> joined.writeBytes(bytes(part)));
      return joined.toByteArray();
    }
    throw new IllegalArgumentException("unknown content " + content);
  }

  private byte[] text(String text) {
    return fill.apply(text).getBytes(UTF_8);
  }
}
