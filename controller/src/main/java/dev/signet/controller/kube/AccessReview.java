package dev.signet.controller.kube;

import dev.signet.crds.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the server what this account may do. To try it and be refused would tell the same, but
 * leaves a refusal in the audit log, where somebody looks for attacks.
 */
public record AccessReview(String verb, String group, String resource, ObjectKey object) {
  private static final String API = "authorization.k8s.io/v1";

  public Outcome<Boolean> ask(ApiServer server) {
    ObjectNode attributes =
        Json.object()
            .put("verb", verb)
            .put("group", group)
            .put("resource", resource)
            .put("namespace", object.namespace())
            // A role may name the objects that it is about.
            .put("name", object.name());
    ObjectNode body = Json.object().put("apiVersion", API).put("kind", "SelfSubjectAccessReview");
    body.set("spec", Json.object().set("resourceAttributes", attributes));
    return server
        .call(Request.post("apis/" + API + "/selfsubjectaccessreviews", body))
        .map(answer -> answer.path("status").path("allowed").booleanValue(false));
  }
}
