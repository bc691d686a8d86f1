package dev.signet.controller.reseal;

import dev.signet.crds.Json;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.SealedSecretNames;
import dev.signet.crds.Spec;
import dev.signet.crds.SpecReading;
import dev.signet.crypto.Scope;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one SealedSecret that a body holds, whatever the body says of its type.
 *
 * @param tree with every field as it was sent
 * @param scope by its own annotations, never those of its template: whoever sends it writes both,
 *     but only the former had a say when its items were sealed
 */
record Manifest(ObjectNode tree, Spec spec, Scope scope) {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** Reads a body. */
  static Manifest read(ByteBuffer body) throws NoManifestException {
    ObjectNode tree = tree(text(body));
    if (!tree.path("apiVersion").stringValue("").equals(SealedSecretNames.API_VERSION)
        || !tree.path("kind").stringValue("").equals(SealedSecretNames.KIND)) {
      throw new NoManifestException("not a SealedSecret of " + SealedSecretNames.API_VERSION);
    }
    SealedSecret object = SealedSecret.of(tree);
    SpecReading.Malformed fault = object.malformedMetadata().orElse(null);
    if (fault != null) {
      throw new NoManifestException(fault.message());
    }
    return switch (object.spec()) {
      case SpecReading.Malformed malformed -> throw new NoManifestException(malformed.message());
      case SpecReading.Read(Spec spec) -> {
        checkItems(spec);
        yield new Manifest(
            tree, spec, Scope.of(object.namespace(), object.name(), object.annotations()));
      }
    };
  }

  boolean hasNoPlace() {
    return !(scope instanceof Scope.ClusterWide)
        && tree.path("metadata").path("namespace").stringValue("").isEmpty();
  }

  private static void checkItems(Spec spec) throws NoManifestException {
    for (Spec.Item item : spec.encryptedData().values()) {
      if (item instanceof Spec.Item.NoText) {
        throw new NoManifestException("spec.encryptedData must be a map of strings");
      }
    }
  }

  private static String text(ByteBuffer body) throws NoManifestException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(body.duplicate()).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw new NoManifestException("not UTF-8");
    }
  }

  private static ObjectNode tree(String text) throws NoManifestException {
    if (text.isBlank()) {
      throw new NoManifestException("the body is empty");
    }
    // JSON is nearly YAML, and reading it as JSON costs a tenth.
    if (text.stripLeading().startsWith("{")) {
      byte[] json = text.getBytes(StandardCharsets.UTF_8);
      if (isJson(json)) {
        return Json.readObject(json).orElseThrow(NoManifestException::neither);
      }
    }
    List<JsonNode> documents = Yaml.read(text);
    if (documents.size() > 1) {
      throw new NoManifestException("several documents: send one at a time");
    }
    if (documents.isEmpty() || !(documents.getFirst() instanceof ObjectNode tree)) {
      throw new NoManifestException("not a SealedSecret of " + SealedSecretNames.API_VERSION);
    }
    return tree;
  }

  /** One value and nothing behind it, and none that takes much more as a tree than as a text. */
  private static boolean isJson(byte[] json) throws NoManifestException {
    int depth = 0;
    Weight weight = Weight.of(json.length);
    try (JsonParser parser = Json.parser(new ByteArrayInputStream(json))) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        }
        if (depth > TreeBuilder.DEEPEST) {
          throw new NoManifestException("nested too deep");
        }
        if (token.isNumeric()) {
          Scalar.checkNumber(parser.getStringLength());
        }
        if (!token.isStructEnd()) {
          weight.add(parser.getStringLength());
        }
      }
      return true;
    } catch (JacksonException _) {
      return false;
    }
  }
}
