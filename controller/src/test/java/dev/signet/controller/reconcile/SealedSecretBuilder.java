package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.crds.Json;
import dev.signet.crds.SealedSecret;
import dev.signet.crypto.Scope;
import tools.jackson.databind.node.ObjectNode;

/** A SealedSecret for a test; items are sealed with key A unless given as text. */
final class SealedSecretBuilder {
  static final ObjectKey KEY = new ObjectKey("team-a", "creds");

  private final ObjectNode tree =
      Json.object().put("apiVersion", "bitnami.com/v1alpha1").put("kind", "SealedSecret");

  private SealedSecretBuilder() {
    tree.withObject("metadata")
        .put("namespace", KEY.namespace())
        .put("name", KEY.name())
        .put("uid", "uid-sealed")
        .put("generation", 1);
    tree.withObject("spec").putObject("encryptedData");
  }

  static SealedSecretBuilder sealedSecret() {
    return new SealedSecretBuilder();
  }

  SealedSecretBuilder item(String name, String value) {
    Scope scope = new Scope.Strict(KEY.namespace(), KEY.name());
    return text(name, SomeKeys.seal(SomeKeys.A, scope, value));
  }

  SealedSecretBuilder text(String name, String sealed) {
    spec().withObject("encryptedData").put(name, sealed);
    return this;
  }

  SealedSecretBuilder annotation(String name, String value) {
    tree.withObject("metadata").withObject("annotations").put(name, value);
    return this;
  }

  SealedSecretBuilder label(String name, String value) {
    tree.withObject("metadata").withObject("labels").put(name, value);
    return this;
  }

  SealedSecretBuilder templateAnnotation(String name, String value) {
    template().withObject("metadata").withObject("annotations").put(name, value);
    return this;
  }

  SealedSecretBuilder templateLabel(String name, String value) {
    template().withObject("metadata").withObject("labels").put(name, value);
    return this;
  }

  SealedSecretBuilder templateData(String key, String text) {
    template().withObject("data").put(key, text);
    return this;
  }

  SealedSecretBuilder type(String type) {
    template().put("type", type);
    return this;
  }

  SealedSecretBuilder immutable() {
    template().put("immutable", true);
    return this;
  }

  SealedSecretBuilder uid(String uid) {
    tree.withObject("metadata").put("uid", uid);
    return this;
  }

  SealedSecretBuilder created(String time) {
    tree.withObject("metadata").put("creationTimestamp", time);
    return this;
  }

  ObjectNode spec() {
    return tree.withObject("spec");
  }

  ObjectNode template() {
    return spec().withObject("template");
  }

  ObjectNode tree() {
    return tree.deepCopy();
  }

  SealedSecret build() {
    return SealedSecret.of(tree());
  }
}
