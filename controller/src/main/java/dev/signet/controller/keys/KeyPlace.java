package dev.signet.controller.keys;

import java.util.Map;

/**
 * Where keys are kept and what new ones are called.
 *
 * @param namespace the controller's own; a key elsewhere counts for nothing, or whoever may write
 *     Secrets anywhere could have his certificate handed out
 * @param prefix of names, and the whole name of the Secret from before labels
 * @param labels of new Secrets, beside the one that makes them keys
 */
public record KeyPlace(
    String namespace, String prefix, Map<String, String> labels, Map<String, String> annotations) {
  public KeyPlace {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }
}
