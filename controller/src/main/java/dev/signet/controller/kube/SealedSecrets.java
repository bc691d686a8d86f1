package dev.signet.controller.kube;

import dev.signet.crds.SealedSecret;
import tools.jackson.databind.node.ObjectNode;

/** SealedSecrets, one request each. */
public interface SealedSecrets {
  Outcome<SealedSecret> get(ObjectKey key);

  /** PUT on the status subresource; refused if the object has moved on. */
  Outcome<SealedSecret> replaceStatus(ObjectNode sealedSecret);
}
