package dev.signet.controller.reconcile;

import dev.signet.controller.reconcile.Unsealing.Failed;
import dev.signet.controller.reconcile.Unsealing.Opened;
import dev.signet.controller.reconcile.Wanted.Content;
import dev.signet.crds.Json;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.Spec;
import dev.signet.crypto.GoBase64;
import dev.signet.crypto.IllegalBase64Exception;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.UnsealException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code spec.data}, from before there were items: one ciphertext of a whole Secret as JSON. All of
 * that JSON is plaintext, its labels and its type too, so no message quotes any of it.
 */
final class DeprecatedData {
  private static final String FIELD = "data";

  private final boolean accepted;

  private DeprecatedData(boolean accepted) {
    this.accepted = accepted;
  }

  static DeprecatedData accepted() {
    return new DeprecatedData(true);
  }

  static DeprecatedData refused() {
    return new DeprecatedData(false);
  }

  Unsealing unseal(SealedSecret object, Spec spec, ItemOpener opener) throws InterruptedException {
    if (!accepted) {
      return failed("using deprecated 'data' field, use 'encryptedData' or flip the feature flag");
    }
    if (!spec.encryptedData().isEmpty()) {
      return failed(
          "cannot use the field 'encryptedData' and the deprecated field 'data' at the same time");
    }
    String text = String.valueOf(spec.data());
    try {
      Plaintext plaintext = opener.open(FIELD, text);
      return wanted(object, spec, plaintext)
          .<Unsealing>map(wanted -> new Opened(wanted, opener.keys()))
          .orElseGet(() -> failed("deprecated data does not hold a Secret"));
    } catch (IllegalBase64Exception e) {
      return new Failed(
          Cause.of(Reason.ILLEGAL_BASE64, "illegal base64 data at input byte " + e.offset()));
    } catch (UnsealException _) {
      Cause cause = Cause.of(Reason.NO_KEY_FITS, ItemFaults.NO_KEY);
      return new Failed(Diagnosis.of(cause, new TreeMap<>(Map.of(FIELD, text)), object, opener));
    }
  }

  private static Failed failed(String words) {
    return new Failed(Cause.of(Reason.DEPRECATED_DATA, words));
  }

  private static Optional<Wanted> wanted(SealedSecret object, Spec spec, Plaintext plaintext) {
    return Json.readObject(plaintext.reveal())
        .filter(it -> it.path("kind").stringValue("").equals("Secret"))
        .filter(it -> it.path("apiVersion").stringValue("").equals("v1"))
        .flatMap(secret -> content(secret).map(content -> wanted(object, spec, secret, content)));
  }

  private static Wanted wanted(SealedSecret object, Spec spec, ObjectNode secret, Content content) {
    String type = secret.path("type").stringValue("");
    return new Wanted(
        Unsealer.keyOf(object),
        Unsealer.ownerUid(object, spec.template()),
        type.isEmpty() ? null : type,
        secret.path("immutable").booleanValue(false),
        content);
  }

  private static Optional<Content> content(ObjectNode secret) {
    Map<String, Plaintext> items = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : secret.path("data").properties()) {
      try {
        byte[] bytes = GoBase64.decode(entry.getValue().stringValue(""));
        items.put(entry.getKey(), Plaintext.of(bytes));
      } catch (IllegalBase64Exception _) {
        return Optional.empty();
      }
    }
    texts(secret.path("stringData"))
        .forEach(
            (name, text) -> items.put(name, Plaintext.of(text.getBytes(StandardCharsets.UTF_8))));
    JsonNode metadata = secret.path("metadata");
    return Optional.of(
        new Content(items, texts(metadata.path("labels")), texts(metadata.path("annotations"))));
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new HashMap<>();
    node.properties().stream()
        .filter(entry -> entry.getValue().isString())
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().stringValue()));
    return texts;
  }
}
