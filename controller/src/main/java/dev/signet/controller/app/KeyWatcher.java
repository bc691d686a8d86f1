package dev.signet.controller.app;

import dev.signet.controller.keys.KeyTools;
import dev.signet.controller.keys.Keys;
import dev.signet.controller.reconcile.Wakes;

/** Passes on what happens to keys. */
final class KeyWatcher implements KeyTools.Watcher {
  private final Wakes wakes;

  KeyWatcher(Wakes wakes) {
    this.wakes = wakes;
  }

  @Override
  public void looked(Keys keys, int unusable) {}

  @Override
  public void keysAdded() {
    wakes.keysChanged();
  }

  @Override
  public boolean mayMakeKeys() {
    return true;
  }
}
