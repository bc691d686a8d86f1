package dev.signet.controller.keys;

import dev.signet.crds.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** The recorded key Secrets. */
final class KeyFixtures {
  static final String NAMESPACE = "kube-system";
  static final String LABEL = "sealedsecrets.bitnami.com/sealed-secrets-key";

  private static final Path KEYS =
      Path.of(System.getProperty("signet.vectors"), "controller", "keys");

  private KeyFixtures() {}

  /** As stored. */
  static ObjectNode recorded(String name) {
    try {
      return Json.readObject(Files.readAllBytes(KEYS.resolve(name + ".json"))).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode named(ObjectNode secret, String name) {
    ObjectNode copy = secret.deepCopy();
    copy.withObject("metadata").put("name", name);
    return copy;
  }

  static ObjectNode labelled(ObjectNode secret, String value) {
    ObjectNode copy = secret.deepCopy();
    copy.withObject("metadata").withObject("labels").put(LABEL, value);
    return copy;
  }

  static ObjectNode created(ObjectNode secret, String time) {
    ObjectNode copy = secret.deepCopy();
    copy.withObject("metadata").put("creationTimestamp", time);
    return copy;
  }
}
