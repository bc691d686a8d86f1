package dev.signet.controller.kube;

import dev.signet.crds.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link Secrets} over HTTP. */
final class RestSecrets implements Secrets {
  private final ApiServer server;

  RestSecrets(ApiServer server) {
    this.server = server;
  }

  @Override
  public Outcome<ObjectNode> get(ObjectKey key) {
    return server.call(Request.get(Resource.SECRETS.path(key)));
  }

  @Override
  public Outcome<List<ObjectNode>> list(String namespace, String labelSelector) {
    List<ObjectNode> secrets = new ArrayList<>();
    ListRequest request =
        ListRequest.of(Resource.SECRETS.path(namespace)).withLabelSelector(labelSelector);
    return server.list(request, secrets::add).map(resourceVersion -> secrets);
  }

  @Override
  public Outcome<ObjectNode> create(ObjectNode secret) {
    String namespace = secret.path("metadata").path("namespace").stringValue("");
    return server.call(Request.post(Resource.SECRETS.path(namespace), secret));
  }

  @Override
  public Outcome<ObjectNode> replace(ObjectNode secret) {
    return server.call(Request.put(Resource.SECRETS.path(keyOf(secret)), secret));
  }

  @Override
  public Outcome<ObjectNode> delete(ObjectKey key, String uid) {
    ObjectNode options = Json.object().put("apiVersion", "v1").put("kind", "DeleteOptions");
    options.set("preconditions", Json.object().put("uid", uid));
    return server.call(Request.delete(Resource.SECRETS.path(key), options));
  }

  static ObjectKey keyOf(JsonNode tree) {
    JsonNode metadata = tree.path("metadata");
    return new ObjectKey(
        metadata.path("namespace").stringValue(""), metadata.path("name").stringValue(""));
  }
}
