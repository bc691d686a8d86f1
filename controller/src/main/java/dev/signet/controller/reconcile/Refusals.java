package dev.signet.controller.reconcile;

import dev.signet.controller.kube.SecretRecord.Owner;
import dev.signet.controller.reconcile.Action.Refuse;
import dev.signet.crds.SealedSecretNames;
import org.jspecify.annotations.Nullable;

/** The texts of what is refused. They begin as upstream's: people search for them. */
final class Refusals {
  private Refusals() {}

  static Refuse foreign(Wanted wanted, @Nullable Owner owner) {
    String whose =
        owner == null
            ? "nobody owns it"
            : "its owner is %s %s".formatted(owner.kind(), owner.name());
    return new Refuse(
        unmanaged(Reason.NOT_OWNED, wanted)
            .advising(
                "%s; delete it, or annotate it %s=true to have it replaced, or %s=true to have it"
                        .formatted(whose, SealedSecretNames.MANAGED, SealedSecretNames.PATCH)
                    + " added to"));
  }

  static Refuse stale(Wanted wanted) {
    return new Refuse(
        unmanaged(Reason.STALE_OWNER, wanted)
            .advising(
                "it is of an earlier SealedSecret of this name; it is made anew as soon as the"
                    + " garbage collector has taken it"));
  }

  static Refuse immutable(Wanted wanted) {
    return new Refuse(
        Cause.of(
            Reason.IMMUTABLE,
            """
            Error updating %s: the target Secret is immutable. Once a Secret is marked as \
            immutable, it is not possible to revert this change nor to mutate the contents of the \
            data field. You can only delete and recreate the Secret.\
            """
                .formatted(wanted.key())));
  }

  static Refuse typeChange(Wanted wanted) {
    return new Refuse(
        Cause.of(
            Reason.TYPE_CHANGE,
            """
            Secret "%s" is invalid: type: Invalid value: "%s": field is immutable. \
            Delete the Secret and it is made anew with this type.\
            """
                .formatted(wanted.key().name(), wanted.type())));
  }

  private static Cause unmanaged(Reason reason, Wanted wanted) {
    return Cause.of(
        reason,
        "Resource \"%s\" already exists and is not managed by SealedSecret"
            .formatted(wanted.key().name()));
  }
}
