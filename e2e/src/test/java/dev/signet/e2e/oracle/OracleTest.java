package dev.signet.e2e.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each fault that a controller could leave behind is seen. */
final class OracleTest {
  private static final String PEM = pem();
  private static final PrivateKey KEY = Pem.privateKey(PEM);
  private static final Sealing SEALING = Sealing.with(PEM);

  private final ObjectNode sealed = sealed("True");
  private final ObjectNode secret = secret();

  @Test
  void what_is_right_has_no_faults() {
    assertEquals(List.of(), faults(it -> {}));
  }

  @Test
  void every_part_of_the_secret_is_compared() {
    assertFault(it -> it.withObject("data").put("k", "b3RoZXI="));
    assertFault(it -> it.withObject("data").put("more", "b3RoZXI="));
    assertFault(it -> it.put("type", "kubernetes.io/tls"));
    assertFault(it -> it.withObject("metadata").withObject("labels").put("by", "hand"));
    assertFault(it -> it.withObject("metadata").withObject("annotations").put("by", "hand"));
    assertFault(it -> it.withObject("metadata").remove("ownerReferences"));
    assertFault(
        it -> it.withObject("metadata").withArray("ownerReferences").addObject().put("uid", "x"));
  }

  @Test
  void a_missing_and_a_left_behind_secret_are_seen() {
    assertFalse(faults(List.of(sealed), List.of()).isEmpty());
    assertFalse(faults(List.of(), List.of(secret)).isEmpty());
  }

  @Test
  void a_status_that_does_not_say_how_it_ended_is_seen() {
    assertFalse(faults(List.of(sealed("False")), List.of(secret)).isEmpty());
    sealed.withObject("metadata").put("generation", 2);
    assertFalse(faults(List.of(sealed), List.of(secret)).isEmpty());
  }

  @Test
  void what_does_not_open_must_have_no_secret() {
    ObjectNode broken = sealed("False");
    broken.withObject("spec").withObject("encryptedData").put("k", "!");
    assertEquals(List.of(), faults(List.of(broken), List.of()));
    assertFalse(faults(List.of(broken), List.of(secret)).isEmpty());
  }

  @Test
  void what_opens_no_more_may_keep_what_it_had_and_nothing_else() {
    ObjectNode broken = sealed("False");
    broken.withObject("spec").withObject("encryptedData").put("more", "!");
    assertEquals(List.of(), left(broken, secret));
    secret.withObject("data").put(Oracle.BY_HAND, "b3RoZXI=");
    secret.withObject("metadata").withObject("labels").put(Oracle.BY_HAND, "true");
    assertEquals(List.of(), left(broken, secret), "by hand");
    secret.withObject("data").put("k", "b3RoZXI=");
    assertFalse(left(broken, secret).isEmpty(), "another value");
    ObjectNode other = secret();
    ((ObjectNode) other.at("/metadata/ownerReferences/0")).put("uid", "2");
    assertFalse(left(broken, other).isEmpty(), "another owner");
    assertFalse(left(sealed, other).isEmpty(), "one that opens has just its own");
  }

  /** Where the object opened before. */
  private List<String> left(ObjectNode now, ObjectNode found) {
    return Oracle.faults(KEY, List.of(now), List.of(found), place -> List.of(now, sealed));
  }

  private static List<String> faults(List<JsonNode> sealedSecrets, List<JsonNode> secrets) {
    return Oracle.faults(KEY, sealedSecrets, secrets, place -> List.of());
  }

  @Test
  void a_foreign_secret_must_not_be_owned() {
    secret.withObject("metadata").withObject("labels").put(Oracle.FOREIGN, "true");
    ObjectNode failed = sealed("False");
    assertFalse(faults(List.of(failed), List.of(secret)).isEmpty());
    secret.withObject("metadata").remove("ownerReferences");
    assertFalse(faults(List.of(failed), List.of(secret)).isEmpty());
    secret.withObject("data").put("mine", base64("1"));
    assertEquals(List.of(), faults(List.of(failed), List.of(secret)));
    assertEquals(List.of(), faults(List.of(), List.of(secret)));
  }

  private void assertFault(Consumer<ObjectNode> change) {
    assertFalse(faults(change).isEmpty(), "nothing seen");
  }

  private List<String> faults(Consumer<ObjectNode> change) {
    ObjectNode changed = secret.deepCopy();
    change.accept(changed);
    return faults(List.of(sealed), List.of(changed));
  }

  private static ObjectNode sealed(String synced) {
    ObjectNode object = SEALING.sealedSecret("a", "b", Map.of("k", "v"));
    object.withObject("metadata").put("uid", "1").put("generation", 1);
    ObjectNode status = object.putObject("status").put("observedGeneration", 1);
    status.putArray("conditions").addObject().put("type", "Synced").put("status", synced);
    return object;
  }

  private static ObjectNode secret() {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    object.put("type", "Opaque").putObject("data").put("k", base64("v"));
    ObjectNode metadata = object.putObject("metadata").put("namespace", "a").put("name", "b");
    metadata.putArray("ownerReferences").addObject().put("uid", "1").put("controller", true);
    return object;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String pem() {
    try {
      String vectors = Objects.requireNonNull(System.getProperty("signet.vectors"));
      JsonNode keys =
          JsonMapper.shared().readTree(Files.readString(Path.of(vectors, "crypto/keys.json")));
      return keys.at("/keys/rsa2048-a/pkcs1").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
