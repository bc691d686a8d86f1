package dev.signet.controller.kube;

import dev.signet.crds.Json;
import tools.jackson.databind.node.ObjectNode;

/** Asks the server who this account is. Everybody may, without a right for it. */
public final class SelfReview {
  private static final String API = "authentication.k8s.io/v1";

  private SelfReview() {}

  /**
   * The uid of the account: all replicas of an installation have the same, and no other
   * installation ever has it. Empty for those who are no service accounts.
   */
  public static Outcome<String> uid(ApiServer server) {
    ObjectNode body = Json.object().put("apiVersion", API).put("kind", "SelfSubjectReview");
    return server
        .call(Request.post("apis/" + API + "/selfsubjectreviews", body))
        .map(answer -> answer.path("status").path("userInfo").path("uid").stringValue(""));
  }
}
