package dev.signet.cli.action;

import dev.signet.cli.resource.Metadata;
import dev.signet.cli.resource.PlainSecret;
import dev.signet.cli.resource.ScopeName;
import dev.signet.cli.resource.SealedSecret;
import dev.signet.cli.terminal.Quoting;
import dev.signet.crypto.PublicKey;
import dev.signet.crypto.Scope;
import dev.signet.crypto.SealedText;
import dev.signet.crypto.Sealer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Seals one Secret as a whole. Safe for use by several threads. */
public final class SecretSealer {
  /** What became of a Secret. */
  public sealed interface Outcome {
    record Sealed(SealedSecret secret) implements Outcome {}

    record Refused(Failure failure) implements Outcome {}
  }

  /** Where a Secret is to open once it is sealed. */
  sealed interface Placement {
    record At(Metadata metadata, ScopeName scope) implements Placement {}

    record Refused(Failure failure) implements Placement {}
  }

  /** Copies of the object, values and all, that tools keep in an annotation. */
  private static final List<String> COPIES =
      List.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          "kubecfg.ksonnet.io/last-applied-configuration",
          "kapp.k14s.io/original");

  private final Sealer sealer;
  private final PublicKey key;
  private final SealingRules rules;

  public SecretSealer(Sealer sealer, PublicKey key, SealingRules rules) {
    this.sealer = sealer;
    this.key = key;
    this.rules = rules;
  }

  public Outcome seal(PlainSecret secret) {
    return switch (place(secret)) {
      case Placement.Refused(Failure failure) -> new Outcome.Refused(failure);
      case Placement.At at -> new Outcome.Sealed(seal(secret, at));
    };
  }

  /** The checks come in the order in which scripts know them from kubeseal. */
  Placement place(PlainSecret secret) {
    if (secret.items().isEmpty() && !rules.allowsEmptyData()) {
      return refused(
          "secret.data is empty in input Secret, assuming this is an error and aborting. To work"
              + " with empty data, --allow-empty-data can be used",
          secret);
    }
    Metadata metadata =
        rules.name().isEmpty() ? secret.metadata() : secret.metadata().withName(rules.name());
    if (metadata.name().isEmpty()) {
      return refused("missing metadata.name in input Secret", secret);
    }
    // Strict is the default, so asking for it leaves the annotations, as in kubeseal.
    ScopeName chosen = rules.scope();
    if (chosen != null && chosen != ScopeName.STRICT) {
      metadata = metadata.withAnnotations(chosen.replacedIn(metadata.annotations()));
    }
    ScopeName scope = ScopeName.in(metadata.annotations());
    // What opens everywhere is bound to no namespace, so there is none to fill in or to compare.
    return scope == ScopeName.CLUSTER_WIDE
        ? new Placement.At(metadata, scope)
        : placeInNamespace(secret, metadata, scope);
  }

  private Placement placeInNamespace(PlainSecret secret, Metadata metadata, ScopeName scope) {
    String namespace = metadata.namespace();
    String given = rules.namespace().given();
    if (namespace.isEmpty()) {
      Optional<String> found = rules.namespace().whereMissing();
      return found.isPresent()
          ? new Placement.At(metadata.withNamespace(found.get()), scope)
          : new Placement.Refused(
              failure("secret must declare a namespace", secret)
                  .hint("give one with -n; " + rules.namespace().context().complaint()));
    }
    if (!given.isEmpty() && !given.equals(namespace)) {
      return refused(
          "namespace mismatch: input secret is in namespace %s but %s was specified"
              .formatted(Quoting.quote(namespace), Quoting.quote(given)),
          secret);
    }
    return new Placement.At(metadata, scope);
  }

  SealedSecret seal(PlainSecret secret, Placement.At at) {
    Metadata metadata = at.metadata();
    ScopeName scopeName = at.scope();
    Scope scope = scopeName.at(metadata.namespace(), metadata.name());
    Map<String, String> encrypted = new LinkedHashMap<>();
    secret
        .items()
        .forEach(
            (item, value) ->
                encrypted.put(item, SealedText.encode(sealer.seal(key, scope, value))));
    return new SealedSecret(
        Metadata.empty()
            .withName(metadata.name())
            .withNamespace(metadata.namespace())
            .withAnnotations(scopeName.replacedIn(Map.of())),
        template(metadata),
        encrypted,
        secret.type(),
        secret.immutable());
  }

  private static Metadata template(Metadata metadata) {
    Map<String, String> annotations = new LinkedHashMap<>(metadata.annotations());
    annotations.keySet().removeAll(COPIES);
    return metadata.forTemplate().withAnnotations(annotations);
  }

  private static Placement refused(String error, PlainSecret secret) {
    return new Placement.Refused(failure(error, secret));
  }

  private static Failure failure(String error, PlainSecret secret) {
    String name = secret.metadata().name();
    return Failure.of(error)
        .hint("it is " + secret.origin() + (name.isEmpty() ? "" : ", " + Quoting.quote(name)));
  }
}
