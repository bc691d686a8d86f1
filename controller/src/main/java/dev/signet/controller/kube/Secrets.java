package dev.signet.controller.kube;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Secrets in full, one request each. What is watched of them is metadata alone. */
public interface Secrets {
  Outcome<ObjectNode> get(ObjectKey key);

  /** All of a namespace that carry the label, in pages. */
  Outcome<List<ObjectNode>> list(String namespace, String labelSelector);

  /** POST; metadata.namespace says where. Answers the object as stored. */
  Outcome<ObjectNode> create(ObjectNode secret);

  /** PUT; with a metadata.resourceVersion it is refused if the object has moved on. */
  Outcome<ObjectNode> replace(ObjectNode secret);

  /** Deletes this very object and no later one of its name. */
  Outcome<ObjectNode> delete(ObjectKey key, String uid);
}
