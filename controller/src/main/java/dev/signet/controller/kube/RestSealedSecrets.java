package dev.signet.controller.kube;

import dev.signet.crds.SealedSecret;
import tools.jackson.databind.node.ObjectNode;

/** {@link SealedSecrets} over HTTP. */
final class RestSealedSecrets implements SealedSecrets {
  private final ApiServer server;

  RestSealedSecrets(ApiServer server) {
    this.server = server;
  }

  @Override
  public Outcome<SealedSecret> get(ObjectKey key) {
    return server.call(Request.get(Resource.SEALED_SECRETS.path(key))).map(SealedSecret::of);
  }

  @Override
  public Outcome<SealedSecret> replaceStatus(ObjectNode sealedSecret) {
    String path = Resource.SEALED_SECRETS.path(RestSecrets.keyOf(sealedSecret)) + Request.STATUS;
    return server.call(Request.put(path, sealedSecret)).map(SealedSecret::of);
  }
}
