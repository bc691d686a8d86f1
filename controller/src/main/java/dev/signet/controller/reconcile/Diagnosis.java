package dev.signet.controller.reconcile;

import dev.signet.crds.SealedSecret;
import dev.signet.crypto.IllegalBase64Exception;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.Scope;
import dev.signet.crypto.Scope.ClusterWide;
import dev.signet.crypto.Scope.NamespaceWide;
import dev.signet.crypto.Scope.Strict;
import dev.signet.crypto.SealedText;
import dev.signet.crypto.SealingKey;
import dev.signet.crypto.UnsealException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What its owner can do about a SealedSecret that no key opens.
 *
 * <p>It says whether an item would open in another scope of this very place. Whoever may create the
 * object could find that out by adding the annotation; of other names and namespaces nothing is
 * tried and nothing told. One item is tried, not all: each try costs an RSA operation a key.
 */
final class Diagnosis {
  private static final int MOST_KEYS_NAMED = 5;

  private Diagnosis() {}

  static Cause of(ItemFaults faults, SealedSecret object, KeyRing ring) {
    Cause cause = faults.cause();
    Optional<Map.Entry<String, String>> unopened = faults.firstUnopened();
    if (unopened.isEmpty()) {
      return cause;
    }
    String name = unopened.get().getKey();
    return otherScope(unopened.get().getValue(), object, ring)
        .map(
            scope ->
                new Cause(
                    cause.reason() == Reason.NO_KEY_FITS ? Reason.WRONG_SCOPE : cause.reason(),
                    cause.words(),
                    advice(name, scope)))
        .orElseGet(() -> cause.advising(keysTried(ring)));
  }

  /** For what no key opens in any scope of its place. */
  static String keysTried(KeyRing ring) {
    List<SealingKey> keys = ring.keys();
    if (keys.isEmpty()) {
      return "there is no sealing key";
    }
    String named =
        keys.stream()
            .limit(MOST_KEYS_NAMED)
            .map(key -> key.fingerprint().text())
            .collect(Collectors.joining(", "));
    int more = keys.size() - MOST_KEYS_NAMED;
    return "sealed with another key than %s%s, or for another name or namespace"
        .formatted(named, more > 0 ? " and %d more".formatted(more) : "");
  }

  private static Optional<Scope> otherScope(String text, SealedSecret object, KeyRing ring) {
    Scope own = ItemOpener.scopeOf(object);
    return List.of(
            new NamespaceWide(object.namespace()),
            new ClusterWide(),
            new Strict(object.namespace(), object.name()))
        .stream()
        .map(Scope.class::cast)
        .filter(scope -> !scope.equals(own) && opens(text, scope, ring))
        .findFirst();
  }

  private static boolean opens(String text, Scope scope, KeyRing ring) {
    try {
      ring.open(SealedText.decode(text), scope, List.of());
      return true;
    } catch (IllegalBase64Exception | UnsealException _) {
      return false;
    }
  }

  private static String advice(String item, Scope scope) {
    return switch (scope) {
      case NamespaceWide _ ->
          "item %s is sealed namespace-wide, and the annotation %s=true is missing"
              .formatted(item, Scope.NAMESPACE_WIDE);
      case ClusterWide() ->
          "item %s is sealed cluster-wide, and the annotation %s=true is missing"
              .formatted(item, Scope.CLUSTER_WIDE);
      case Strict _ ->
          "item %s is sealed for this name alone, and an annotation says a wider scope"
              .formatted(item);
    };
  }
}
