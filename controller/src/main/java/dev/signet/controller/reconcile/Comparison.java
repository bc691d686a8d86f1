package dev.signet.controller.reconcile;

import dev.signet.controller.kube.SecretRecord.Owner;
import dev.signet.controller.reconcile.Target.Mark;
import dev.signet.controller.reconcile.Target.Part;
import dev.signet.crds.SealedSecretNames;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wanted against what is stored: the facts that the decision rests on. */
final class Comparison {
  /** By which a Secret says what may be done to it. */
  static final Set<String> MARKS = Set.of(SealedSecretNames.MANAGED, SealedSecretNames.PATCH);

  private static final String SERVICE_ACCOUNT_TOKEN = "kubernetes.io/service-account-token";

  private final Wanted wanted;
  private final StoredSecret stored;
  private final boolean patch;
  private final boolean managed;

  private Comparison(Wanted wanted, StoredSecret stored) {
    this.wanted = wanted;
    this.stored = stored;
    this.patch = stored.isAnnotated(SealedSecretNames.PATCH);
    this.managed = stored.isAnnotated(SealedSecretNames.MANAGED);
  }

  /**
   * The facts.
   *
   * @param uid of the SealedSecret, which need not be the owner that is wanted
   */
  static Target of(Wanted wanted, StoredSecret stored, String uid) {
    Comparison comparison = new Comparison(wanted, stored);
    Owner owner =
        stored.controller().orElseGet(() -> stored.owners().stream().findFirst().orElse(null));
    return new Target(comparison.marks(uid), comparison.unlike(), owner);
  }

  /** Whether writing would turn immutability on. Nothing but a new Secret turns it off. */
  static boolean turnsImmutable(Wanted wanted, StoredSecret stored) {
    // What is merely added to belongs to somebody else, who may want to change it again.
    boolean addedTo =
        stored.isAnnotated(SealedSecretNames.PATCH)
            && !stored.isAnnotated(SealedSecretNames.MANAGED)
            && !isOwnedBy(stored, wanted.ownerUid());
    return wanted.immutable() && !stored.immutable() && !addedTo;
  }

  private Set<Mark> marks(String uid) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (isOwnedBy(stored, uid)) {
      marks.add(Mark.CONTROLLED);
    } else if (stored.controller().filter(this::isOfEarlier).isPresent()) {
      marks.add(Mark.STALE);
    }
    if (managed) {
      marks.add(Mark.MANAGED);
    }
    if (patch) {
      marks.add(Mark.PATCH);
    }
    if (stored.immutable()) {
      marks.add(Mark.IMMUTABLE);
    }
    return marks;
  }

  private static boolean isOwnedBy(StoredSecret stored, @Nullable String uid) {
    return stored.controller().filter(owner -> owner.uid().equals(uid)).isPresent();
  }

  private boolean isOfEarlier(Owner owner) {
    return owner.kind().equals(SealedSecretNames.KIND) && owner.name().equals(wanted.key().name());
  }

  private Set<Part> unlike() {
    Set<Part> unlike = EnumSet.noneOf(Part.class);
    if (isUnlike(items(), stored.data())) {
      unlike.add(Part.ITEMS);
    }
    if (isUnlike(wanted.content().labels(), stored.labels())
        || isUnlike(wanted.content().annotations(), stored.annotations())
        || turnsImmutable(wanted, stored)) {
      unlike.add(Part.METADATA);
    }
    if (ownersCount() && !sameOwners()) {
      unlike.add(Part.OWNERS);
    }
    if (wanted.type() != null && !wanted.type().equals(stored.type())) {
      unlike.add(Part.TYPE);
    }
    return unlike;
  }

  private boolean isUnlike(Map<String, String> wish, Map<String, String> found) {
    // The token controller fills such a Secret in: to take that out again would be a fight for
    // ever.
    boolean othersAdd = patch || stored.type().equals(SERVICE_ACCOUNT_TOKEN);
    return othersAdd
        ? !wish.entrySet().stream()
            .filter(entry -> !isMark(entry.getKey()))
            .allMatch(entry -> Objects.equals(found.get(entry.getKey()), entry.getValue()))
        : !wish.equals(found);
  }

  /** What may be done to a Secret that is merely added to is said by it, never by a template. */
  private boolean isMark(String name) {
    return patch && MARKS.contains(name);
  }

  private boolean ownersCount() {
    return !patch || managed;
  }

  private boolean sameOwners() {
    return SecretBody.owners(wanted).isEmpty()
        ? stored.ownerReferences().isEmpty()
        : SecretBody.owners(wanted).equals(stored.ownerReferences());
  }

  private Map<String, String> items() {
    Map<String, String> items = new HashMap<>();
    wanted.content().items().forEach((name, item) -> items.put(name, SecretBody.base64(item)));
    return items;
  }
}
