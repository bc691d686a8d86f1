package dev.signet.controller.app;

import io.fabric8.kubernetes.client.Config;

/**
 * Where this process is.
 *
 * @param config the way to the API server
 * @param namespace the controller's own, where its keys are
 */
record Place(Config config, String namespace) {
  /** Not the configuration: it may hold a token. */
  @Override
  public String toString() {
    return "Place[" + namespace + "]";
  }
}
