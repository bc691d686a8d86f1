package dev.signet.crds;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.node.ObjectNode;

/** Objects of a test from their text, with single quotes for double ones. */
final class Trees {
  private Trees() {}

  static ObjectNode tree(String text) {
    return Json.readObject(text.replace('\'', '"').getBytes(UTF_8)).orElseThrow();
  }

  static SealedSecret sealedSecret(String text) {
    return SealedSecret.of(tree(text));
  }
}
