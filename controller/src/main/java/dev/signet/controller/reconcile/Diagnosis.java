package dev.signet.controller.reconcile;

import dev.signet.crds.SealedSecret;
import dev.signet.crypto.Scope;
import dev.signet.crypto.Scope.ClusterWide;
import dev.signet.crypto.Scope.NamespaceWide;
import dev.signet.crypto.Scope.Strict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What its owner can do about a SealedSecret that no key opens.
 *
 * <p>It says which items would open in another scope of this very place. Whoever may create the
 * object could find that out by adding the annotation; of other names and namespaces nothing is
 * tried and nothing told. Not all of thousands are tried: each try costs an RSA operation a key.
 */
final class Diagnosis {
  private static final int MOST_ITEMS = 16;

  private Diagnosis() {}

  /**
   * The cause with advice.
   *
   * @param unopened texts of the items that no key opened
   */
  static Cause of(
      Cause cause, SortedMap<String, String> unopened, SealedSecret object, ItemOpener opener)
      throws InterruptedException {
    if (unopened.isEmpty()) {
      return cause;
    }
    SequencedMap<Scope, SortedSet<String>> elsewhere = new LinkedHashMap<>();
    SortedSet<String> nowhere = new TreeSet<>();
    for (Map.Entry<String, String> item : unopened.entrySet().stream().limit(MOST_ITEMS).toList()) {
      Scope other = otherScope(item.getValue(), object, opener);
      if (other == null) {
        nowhere.add(item.getKey());
      } else {
        elsewhere.computeIfAbsent(other, unknown -> new TreeSet<>()).add(item.getKey());
      }
    }
    if (elsewhere.isEmpty()) {
      return cause.advising(opener.keysTried());
    }
    List<String> advice = new ArrayList<>();
    elsewhere.forEach((scope, items) -> advice.add(subject(items) + whereTo(scope)));
    if (!nowhere.isEmpty()) {
      advice.add(
          subject(nowhere) + " sealed with no key of here, or for another name or namespace");
    }
    Reason reason = cause.reason() == Reason.NO_KEY_FITS ? Reason.WRONG_SCOPE : cause.reason();
    return new Cause(reason, cause.words(), String.join("; ", advice));
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

  private static String subject(SortedSet<String> items) {
    return items.size() == 1
        ? "item %s is".formatted(ItemFaults.names(items))
        : "items %s are".formatted(ItemFaults.names(items));
  }

  private static String whereTo(Scope scope) {
    return switch (scope) {
      case NamespaceWide _ ->
          " sealed namespace-wide, and the annotation %s=true is missing"
              .formatted(Scope.NAMESPACE_WIDE);
      case ClusterWide() ->
          " sealed cluster-wide, and the annotation %s=true is missing"
              .formatted(Scope.CLUSTER_WIDE);
      case Strict _ -> " sealed for this name alone, and an annotation says a wider scope";
    };
  }
}
