package dev.signet.controller.reseal;

import static dev.signet.controller.reseal.Caller.STRICT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.reseal.RecordedExchange.Reply;
import dev.signet.controller.reseal.Resealing.DeprecatedField;
import dev.signet.crds.Json;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;

/** What comes back of an object that is sealed anew. */
@Timeout(120)
final class RotateTest {
  private final Caller caller = new Caller();

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  @Tag("C-159")
  void the_deprecated_field_can_be_switched_off_here_too() throws Exception {
    ObjectNode object = caller.sealed(STRICT, "v");
    String item = object.at("/spec/encryptedData/k").stringValue();
    object.withObject("spec").put("data", item);
    assertEquals(409, caller.verify(object).code());
    assertTrue(caller.rotate(object).body().startsWith("cannot use the field"));
    object.withObject("spec").remove("encryptedData");
    assertEquals(200, caller.verify(object).code());
    assertNotEquals(item, Caller.tree(caller.rotate(object)).at("/spec/data").stringValue());
    try (Doorstep strict = new Doorstep(1000, 1000, System::nanoTime, DeprecatedField.REFUSED)) {
      assertEquals(409, strict.post("/v1/verify", object.toString()).code());
      Reply reply = strict.post("/v1/rotate", object.toString());
      assertEquals(409, reply.code());
      assertTrue(reply.body().startsWith("using deprecated 'data' field"), reply.body());
    }
  }

  @Test
  @Tag("C-160")
  void what_is_on_the_latest_key_is_sealed_anew_all_the_same() throws Exception {
    ObjectNode object = caller.sealed(STRICT, "v");
    String first = Caller.item(caller.rotate(object));
    String second = Caller.item(caller.rotate(object));
    assertNotEquals(first, second);
    assertNotEquals(object.at("/spec/encryptedData/k").stringValue(), first);
  }

  @Test
  @Tag("C-157")
  void without_a_key_nothing_is_said_of_any_object() throws Exception {
    caller.doorstep.keys.set(Optional.empty());
    assertEquals(503, caller.verify(caller.sealed(STRICT, "v")).code());
    assertEquals(503, caller.rotate(caller.sealed(STRICT, "v")).code());
  }

  @Test
  @Tag("C-156")
  void yaml_comes_back_as_json_with_every_field_as_it_was() throws Exception {
    String yaml =
        """
        # as kept in Git
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata: &m
          name: name
          namespace: ns
          annotations: {note: "yes", 'n': 2024-01-01}
          generation: 3
        spec:
          encryptedData:
            k: >-
              %s
          template:
            immutable: true
            data: {out: "{{ .k }}"}
            metadata: {labels: {a: b}, creationTimestamp: null}
          unknown: [1, -2, 1.5, ~, off, *m]
        """
            .formatted(caller.item(STRICT, "v"));
    Reply reply = caller.doorstep.post("/v1/rotate", yaml);
    assertEquals(200, reply.code(), reply.body());
    ObjectNode got = Caller.tree(reply);
    assertEquals(Optional.of("v"), caller.open(Caller.item(reply), STRICT));
    got.withObject("spec").withObject("encryptedData").put("k", "");
    assertEquals(
        "{\"apiVersion\":\"bitnami.com/v1alpha1\",\"kind\":\"SealedSecret\",\"metadata\":{"
            + "\"name\":\"name\",\"namespace\":\"ns\",\"annotations\":{\"note\":\"yes\",\"n\":"
            + "\"2024-01-01\"},\"generation\":3},\"spec\":{\"encryptedData\":{\"k\":\"\"},"
            + "\"template\":{\"immutable\":true,\"data\":{\"out\":\"{{ .k }}\"},\"metadata\":{"
            + "\"labels\":{\"a\":\"b\"},\"creationTimestamp\":null}},\"unknown\":[1,-2,1.5,null,"
            + "false,{\"name\":\"name\",\"namespace\":\"ns\",\"annotations\":{\"note\":\"yes\","
            + "\"n\":\"2024-01-01\"},\"generation\":3}]}}",
        new String(Json.write(got), UTF_8));
  }
}
