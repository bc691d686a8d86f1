package dev.signet.cli.action;

import dev.signet.cli.manifest.Change;
import dev.signet.cli.resource.Metadata;
import dev.signet.cli.resource.PlainSecret;
import dev.signet.cli.resource.ScopeName;
import dev.signet.cli.resource.SealedManifest;
import dev.signet.cli.resource.SealedSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Seals a Secret for the place and scope of a SealedSecret that is there already. */
public final class MergeSealer {
  /** What became of a Secret. */
  sealed interface Outcome {
    record Sealed(List<Change> changes) implements Outcome {
      public Sealed {
        changes = List.copyOf(changes);
      }
    }

    record Refused(Failure failure) implements Outcome {}
  }

  private final SealingRules rules;
  private final Function<SealingRules, SecretSealer> sealers;

  public MergeSealer(SealingRules rules, Function<SealingRules, SecretSealer> sealers) {
    this.rules = rules;
    this.sealers = sealers;
  }

  Outcome seal(PlainSecret secret, SealedManifest target, String file) {
    ScopeName scope = ScopeName.in(target.metadata().annotations());
    ScopeName demanded = demanded(secret);
    if (demanded != null && demanded != scope) {
      return new Outcome.Refused(
          Failure.of(
              "scope mismatch: \"%s\" in %s is %s but the input asks for %s"
                  .formatted(target.metadata().name(), file, scope.text(), demanded.text())));
    }
    SecretSealer sealer =
        sealers.apply(
            new SealingRules(
                target.metadata().name(), rules.namespace(), scope, rules.allowsEmptyData()));
    String namespace = target.metadata().namespace();
    PlainSecret placed =
        namespace.isEmpty() ? secret : secret.with(secret.metadata().withNamespace(namespace));
    return switch (sealer.seal(placed)) {
      case SecretSealer.Outcome.Refused(Failure failure) -> new Outcome.Refused(failure);
      case SecretSealer.Outcome.Sealed(SealedSecret sealed) ->
          new Outcome.Sealed(changes(sealed, secret.metadata()));
    };
  }

  /** A flag replaces the annotations; without either nobody asks for a scope. */
  private @Nullable ScopeName demanded(PlainSecret secret) {
    if (rules.scope() != null) {
      return rules.scope();
    }
    ScopeName annotated = ScopeName.in(secret.metadata().annotations());
    return annotated == ScopeName.STRICT ? null : annotated;
  }

  /** Type and immutability of the input are left out: they are the file's to say. */
  private static List<Change> changes(SealedSecret sealed, Metadata input) {
    List<Change> changes = new ArrayList<>();
    sealed
        .encryptedData()
        .forEach(
            (item, value) ->
                changes.add(new Change.Put(List.of("spec", "encryptedData", item), value)));
    Map<String, String> annotations = sealed.template().annotations();
    annotations.keySet().retainAll(input.annotations().keySet());
    put(changes, "annotations", annotations);
    put(changes, "labels", sealed.template().labels());
    return changes;
  }

  private static void put(List<Change> changes, String field, Map<String, String> texts) {
    texts.forEach(
        (key, text) ->
            changes.add(new Change.Put(List.of("spec", "template", "metadata", field, key), text)));
  }
}
