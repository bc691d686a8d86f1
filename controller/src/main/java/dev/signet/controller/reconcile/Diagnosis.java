package dev.signet.controller.reconcile;

import dev.signet.crds.SealedSecret;
import dev.signet.crypto.Scope;
import dev.signet.crypto.Scope.ClusterWide;
import dev.signet.crypto.Scope.NamespaceWide;
import dev.signet.crypto.Scope.Strict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What its owner can do about a SealedSecret that no key opens.
 *
 * <p>It says whether an item would open in another scope of this very place. Whoever may create the
 * object could find that out by adding the annotation; of other names and namespaces nothing is
 * tried and nothing told. One item is tried, not all: each try costs an RSA operation a key.
 */
final class Diagnosis {
  private Diagnosis() {}

  static Cause of(ItemFaults faults, SealedSecret object, ItemOpener opener)
      throws InterruptedException {
    Cause cause = faults.cause();
    Optional<Map.Entry<String, String>> unopened = faults.firstUnopened();
    if (unopened.isEmpty()) {
      return cause;
    }
    Scope other = otherScope(unopened.get().getValue(), object, opener);
    if (other == null) {
      return cause.advising(opener.keysTried());
    }
    Reason reason = cause.reason() == Reason.NO_KEY_FITS ? Reason.WRONG_SCOPE : cause.reason();
    return new Cause(
        reason, cause.words(), advice(ItemFaults.shown(unopened.get().getKey()), other));
  }

  private static @Nullable Scope otherScope(String text, SealedSecret object, ItemOpener opener)
      throws InterruptedException {
    List<Scope> scopes =
        List.of(
            new NamespaceWide(object.namespace()),
            new ClusterWide(),
            new Strict(object.namespace(), object.name()));
    for (Scope scope : scopes) {
      if (!scope.equals(ItemOpener.scopeOf(object)) && opener.opens(text, scope)) {
        return scope;
      }
    }
    return null;
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
