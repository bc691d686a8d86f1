package dev.signet.controller.reseal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.controller.reseal.RecordedExchange.Reply;
import dev.signet.crds.Json;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.Scope;
import dev.signet.crypto.SealedText;
import dev.signet.crypto.Sealer;
import dev.signet.crypto.UnsealException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Somebody at the door with SealedSecrets of one item, {@code k}, of {@code ns/name}. */
final class Caller implements AutoCloseable {
  static final Scope STRICT = new Scope.Strict("ns", "name");

  final Doorstep doorstep = Doorstep.open();
  private final Sealer sealer = new Sealer(RandomSource.secure());

  ObjectNode sealed(Scope scope, String value) {
    ObjectNode object =
        Json.object().put("apiVersion", "bitnami.com/v1alpha1").put("kind", "SealedSecret");
    object.withObject("metadata").put("namespace", "ns").put("name", "name");
    object.withObject("spec").withObject("encryptedData").put("k", item(scope, value));
    return object;
  }

  String item(Scope scope, String value) {
    return SealedText.encode(
        sealer.seal(Doorstep.key("key-a").publicKey(), scope, Plaintext.of(value.getBytes(UTF_8))));
  }

  Reply verify(ObjectNode object) throws IOException {
    return doorstep.post("/v1/verify", object.toString());
  }

  Reply rotate(ObjectNode object) throws IOException {
    return doorstep.post("/v1/rotate", object.toString());
  }

  static ObjectNode tree(Reply reply) {
    return Json.readObject(reply.body().getBytes(UTF_8)).orElseThrow();
  }

  static String item(Reply reply) {
    return tree(reply).at("/spec/encryptedData/k").stringValue();
  }

  Optional<String> open(String item, Scope scope) throws Exception {
    try {
      byte[] value =
          doorstep
              .keys
              .get()
              .orElseThrow()
              .ring()
              .open(SealedText.decode(item), scope, List.of())
              .plaintext()
              .reveal();
      return Optional.of(new String(value, UTF_8));
    } catch (UnsealException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    doorstep.close();
  }
}
