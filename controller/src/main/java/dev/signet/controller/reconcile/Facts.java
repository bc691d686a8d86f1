package dev.signet.controller.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.crds.Condition;
import dev.signet.crds.Handled;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.Status;
import dev.signet.crypto.Fingerprint;
import dev.signet.crypto.Scope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** What the outcome of handling an object rests on: equal facts need no second handling. */
final class Facts {
  /** Version of what renders templates. Another one may render otherwise. */
  private static final String RENDERER = "0";

  private static final int HASH_BYTES = 8;

  private Facts() {}

  static Handled handled(SealedSecret object, StoredSecret secret, Map<String, Fingerprint> keys) {
    Map<String, String> texts = new HashMap<>();
    keys.forEach((item, key) -> texts.put(item, key.text()));
    return new Handled(
        object.generation(),
        scopeHash(object),
        object.uid(),
        new Handled.Secret(secret.uid(), secret.resourceVersion()),
        RENDERER,
        texts);
  }

  /** Whether that was this very object as it is now; of the Secret nothing is said. */
  static boolean isOf(Handled handled, SealedSecret object) {
    return handled.generation() == object.generation()
        && handled.uid().equals(object.uid())
        && handled.scopeHash().equals(scopeHash(object))
        && handled.renderer().equals(RENDERER);
  }

  /** What the status says was made of this very object, if it says so and tells of success. */
  static Optional<Handled> toldByStatus(SealedSecret object) {
    Status status = object.status();
    Long observed = status.observedGeneration();
    boolean success =
        observed != null
            && observed == object.generation()
            && status
                .condition(Condition.SYNCED)
                .filter(it -> it.status().equals("True"))
                .isPresent();
    return Optional.ofNullable(status.handled()).filter(it -> success && isOf(it, object));
  }

  /** The annotations that choose the scope do not move the generation. */
  static String scopeHash(SealedSecret object) {
    Map<String, String> annotations = object.annotations();
    String choice =
        "%s,%s"
            .formatted(
                "true".equals(annotations.get(Scope.CLUSTER_WIDE)),
                "true".equals(annotations.get(Scope.NAMESPACE_WIDE)));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(choice.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
