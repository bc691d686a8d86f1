package dev.signet.controller.app;

import dev.signet.controller.keys.KeyPlace;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.SecretRecord.Mark;
import dev.signet.controller.kube.watch.Change;
import org.jspecify.annotations.Nullable;

/** Sees among the changes of all Secrets those that may change the keys. */
final class KeySecretWatch {
  private final KeyPlace place;
  private final Runnable lookAgain;

  KeySecretWatch(KeyPlace place, Runnable lookAgain) {
    this.place = place;
    this.lookAgain = lookAgain;
  }

  void changed(Change<SecretRecord> change) {
    if (change.key().namespace().equals(place.namespace())
        && (change.key().name().equals(place.prefix())
            || isLabelled(change.before())
            || isLabelled(change.after()))) {
      lookAgain.run();
    }
  }

  private static boolean isLabelled(@Nullable SecretRecord secret) {
    return secret != null && secret.is(Mark.SEALING_KEY);
  }
}
