package dev.signet.controller.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.controller.fake.FakeSecrets;
import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.reconcile.Action.Leave;
import dev.signet.controller.reconcile.SecretWriter.Result;
import dev.signet.controller.reconcile.SecretWriter.Write;
import dev.signet.controller.reconcile.Wanted.Content;
import dev.signet.crds.Json;
import dev.signet.crds.SealedSecretNames;
import dev.signet.crypto.Plaintext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random wishes meet random Secrets under the API server's rules. Whatever was written, the next
 * look finds nothing to do; and what must not be touched was not.
 */
final class AfterAnyWriteTest {
  private static final ObjectKey KEY = new ObjectKey("team-a", "creds");
  private static final String UID = "uid-now";
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final List<String> TYPES = List.of("Opaque", "kubernetes.io/basic-auth");
  private static final int ROUNDS = 20_000;

  private enum Came {
    NOTHING_TO_DO,
    CREATED,
    CHANGED,
    REFUSED
  }

  @Test
  @Tag("C-74")
  @Tag("C-80")
  @Tag("C-81")
  @Tag("C-82")
  @Tag("C-85")
  @Tag("C-86")
  @Tag("C-88")
  @Tag("C-89")
  @Tag("C-92")
  void there_is_nothing_left_to_do() {
    Map<Came, Integer> outcomes = new EnumMap<>(Came.class);
    for (long seed = 0; seed < ROUNDS; seed++) {
      outcomes.merge(new Round(seed).play(), 1, Integer::sum);
    }
    for (Came came : Came.values()) {
      assertTrue(outcomes.getOrDefault(came, 0) > ROUNDS / 100, outcomes::toString);
    }
  }

  /** One wish, one Secret or none. */
  private static final class Round {
    private final RandomGenerator random;
    private final String where;
    private final FakeSecrets secrets = new FakeSecrets();
    private final Wanted wanted;

    Round(long seed) {
      random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      where = "seed " + seed;
      wanted = wanted();
    }

    Came play() {
      StoredSecret before = null;
      if (chance(85)) {
        before = new StoredSecret(secrets.put(secret()));
      }
      Result result =
          new SecretWriter(secrets, key -> false).apply(wanted, new Claim.BesideCollector(UID));
      return switch (result) {
        case Result.Done(StoredSecret after, Write write) -> {
          check(after);
          yield switch (write) {
            case Write.None() -> Came.NOTHING_TO_DO;
            case Write.Created() -> Came.CREATED;
            case Write.Changed _ -> Came.CHANGED;
          };
        }
        case Result.Refused _ -> {
          assertEquals(versionOf(before), versionOf(stored()), where);
          yield Came.REFUSED;
        }
        case Result.Failed(var error) ->
            throw new AssertionError(where + ": sent what is refused: " + error);
        case Result.Overtaken() -> throw new AssertionError(where);
      };
    }

    private void check(StoredSecret after) {
      Target target = Comparison.of(wanted, after, UID);
      assertEquals(new Leave(), Decision.decide(wanted, target), where + " " + target);
      wanted
          .content()
          .items()
          .forEach(
              (name, item) -> assertEquals(SecretBody.base64(item), after.data().get(name), where));
      if (!after.isAnnotated(SealedSecretNames.PATCH)) {
        assertEquals(wanted.content().items().keySet(), after.data().keySet(), where);
      }
    }

    private @Nullable StoredSecret stored() {
      return secrets.peek(KEY).map(StoredSecret::new).orElse(null);
    }

    private static String versionOf(@Nullable StoredSecret secret) {
      return secret == null ? "" : secret.resourceVersion();
    }

    private Wanted wanted() {
      Map<String, Plaintext> items = new TreeMap<>();
      texts().forEach((name, text) -> items.put(name, Plaintext.of(text.getBytes(UTF_8))));
      return new Wanted(
          KEY,
          chance(70) ? UID : null,
          chance(50) ? pick(TYPES) : null,
          chance(20),
          new Content(items, texts(), annotations()));
    }

    private ObjectNode secret() {
      ObjectNode secret = Json.object().put("apiVersion", "v1").put("kind", "Secret");
      ObjectNode metadata = secret.withObject("metadata");
      metadata.put("namespace", KEY.namespace()).put("name", KEY.name());
      // Now and then it is already as wanted.
      boolean alike = chance(40);
      (alike ? wanted.content().labels() : texts())
          .forEach((name, text) -> metadata.withObject("labels").put(name, text));
      (alike ? wanted.content().annotations() : annotations())
          .forEach((name, text) -> metadata.withObject("annotations").put(name, text));
      Map<String, Plaintext> items = (alike ? wanted : wanted()).content().items();
      items.forEach((name, item) -> secret.withObject("data").put(name, SecretBody.base64(item)));
      secret.put("type", wanted.type() == null || chance(20) ? pick(TYPES) : wanted.type());
      if (chance(20)) {
        secret.put("immutable", true);
      }
      owners(metadata);
      return secret;
    }

    private void owners(ObjectNode metadata) {
      if (chance(50)) {
        owner(metadata, SealedSecretNames.KIND, chance(80) ? UID : "uid-earlier", true);
      }
      if (chance(20)) {
        owner(metadata, "ConfigMap", "uid-other", false);
      }
    }

    private static void owner(ObjectNode metadata, String kind, String uid, boolean controller) {
      ArrayNode owners = metadata.withArray("ownerReferences");
      ObjectNode owner = owners.addObject();
      owner.put("apiVersion", SealedSecretNames.API_VERSION).put("kind", kind);
      owner.put("name", KEY.name()).put("uid", uid);
      if (controller) {
        owner.put("controller", true);
      }
    }

    private Map<String, String> texts() {
      Map<String, String> texts = new TreeMap<>();
      for (String name : NAMES) {
        if (chance(50)) {
          texts.put(name, String.valueOf(random.nextInt(3)));
        }
      }
      return texts;
    }

    private Map<String, String> annotations() {
      Map<String, String> annotations = texts();
      for (String mark :
          List.of(
              SealedSecretNames.MANAGED,
              SealedSecretNames.PATCH,
              SealedSecretNames.SKIP_SET_OWNER_REFERENCES)) {
        if (chance(30)) {
          annotations.put(mark, chance(80) ? "true" : "false");
        }
      }
      return annotations;
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
