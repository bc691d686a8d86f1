package dev.signet.controller.reconcile;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signet.controller.reconcile.Unsealing.Failed;
import dev.signet.controller.reconcile.Unsealing.Opened;
import dev.signet.crds.SealedSecret;
import dev.signet.crypto.KeyRing;
import tools.jackson.databind.node.ObjectNode;

/** What comes of opening an object. */
final class Outcomes {
  private Outcomes() {}

  static Opened opened(SealedSecretBuilder object) {
    return assertInstanceOf(Opened.class, unseal(object.tree(), both()));
  }

  static Cause failed(SealedSecretBuilder object) {
    return assertInstanceOf(Failed.class, unseal(object.tree(), both())).cause();
  }

  static KeyRing both() {
    return SomeKeys.ring(SomeKeys.A, SomeKeys.B);
  }

  static Unsealing unseal(ObjectNode tree, KeyRing ring) {
    return unseal(tree, ring, DeprecatedData.accepted());
  }

  static Unsealing unseal(ObjectNode tree, KeyRing ring, DeprecatedData rule) {
    try {
      return new Unsealer(rule, new Turns(1), SomeKeys.templates())
          .unseal(SealedSecret.of(tree), ring);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
