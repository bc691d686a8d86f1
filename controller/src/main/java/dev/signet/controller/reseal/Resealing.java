package dev.signet.controller.reseal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.controller.http.Answer;
import dev.signet.controller.http.Gate;
import dev.signet.controller.log.Log;
import dev.signet.controller.reseal.Items.Opening;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.Sealer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Verify and rotate, to be put behind a gate. */
public final class Resealing {
  /** Long enough for the largest object that an API server stores. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private static final String NOT_ALIGNED =
      "Sealed Secret metadata doesn't match. Please align your Sealed Secret metadata";

  private final Unlocking.Source keys;
  private final DeprecatedField deprecated;
  private final Items items;
  private final Resealed resealed;
  private final Log log;

  /** Whether {@code spec.data} counts. */
  public enum DeprecatedField {
    ACCEPTED,
    REFUSED
  }

  public Resealing(
      Unlocking.Source keys, DeprecatedField deprecated, RandomSource random, Log log) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.keys = keys;
    this.deprecated = deprecated;
    this.items = new Items(Math.max(1, processors / 2), MOST);
    this.resealed = new Resealed(new Sealer(random));
    this.log = log;
  }

  /** 200 if all of it opens, 409 if not, each without a word. */
  public Gate.Work verify() {
    return body -> answer(body, "Error validating secret", this::verify);
  }

  /** The same object with new ciphertexts. */
  public Gate.Work rotate() {
    return body -> answer(body, "Error rotating secret", this::rotate);
  }

  @FunctionalInterface
  private interface Step {
    Answer answer(Manifest manifest, Unlocking keys) throws InterruptedException;
  }

  private Answer answer(ByteBuffer body, String whatFailed, Step step) throws InterruptedException {
    Optional<Unlocking> now = keys.now();
    if (now.isEmpty()) {
      return Answer.error(503, "there is no sealing key yet\n");
    }
    try {
      Answer answer = step.answer(Manifest.read(body), now.get());
      if (!answer.text().isEmpty() && answer.code() != 200) {
        log.error(whatFailed, "error", answer.text().strip());
      }
      return answer;
    } catch (NoManifestException e) {
      log.error(whatFailed, "error", e.why());
      return Answer.error(400, e.why() + "\n");
    }
  }

  private Answer verify(Manifest manifest, Unlocking keys) throws InterruptedException {
    return refusal(manifest).isPresent()
        ? Answer.empty(409)
        : switch (items.open(manifest, keys.ring())) {
          case Opening.All _ -> Answer.empty(200);
          case Opening.Shut _ -> Answer.empty(409);
          case Opening.TooLong() -> tooLong();
        };
  }

  private Answer rotate(Manifest manifest, Unlocking keys) throws InterruptedException {
    if (manifest.hasNoPlace()) {
      return Answer.error(400, "metadata.namespace is missing\n");
    }
    Optional<String> refusal = refusal(manifest);
    if (refusal.isPresent()) {
      return Answer.error(409, refusal.get() + "\n");
    }
    return switch (items.open(manifest, keys.ring())) {
      case Opening.Shut(String why) -> Answer.error(409, why + "\n");
      case Opening.TooLong() -> tooLong();
      case Opening.All(var opened) -> {
        warnOfMetadata(manifest.tree());
        yield Answer.of(
            200,
            "application/json",
            new String(resealed.write(manifest, opened, keys.latest()), UTF_8));
      }
    };
  }

  private Optional<String> refusal(Manifest manifest) {
    if (manifest.spec().data() == null) {
      return Optional.empty();
    }
    if (deprecated == DeprecatedField.REFUSED) {
      return Optional.of(
          "using deprecated 'data' field, use 'encryptedData' or flip the feature flag");
    }
    return manifest.spec().encryptedData().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "cannot use the field 'encryptedData' and the deprecated field 'data' at the same time");
  }

  private static Answer tooLong() {
    return Answer.error(503, "took too long: send fewer items at a time\n");
  }

  /** The Secret gets the template's, which may be what somebody meant or what he forgot. */
  private void warnOfMetadata(ObjectNode tree) {
    JsonNode own = tree.path("metadata");
    if (!tree.path("spec").path("template").path("metadata").equals(own)) {
      log.warn(NOT_ALIGNED);
    }
  }
}
