package dev.signet.controller.app;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.reconcile.Counts;
import dev.signet.crds.SealedSecret;

final class NoCounts implements Counts {
  @Override
  public void handling() {}

  @Override
  public void error(Step step, String namespace) {}

  @Override
  public void synced(SealedSecret object, boolean synced) {}

  @Override
  public void failing(ObjectKey key, boolean failing) {}

  @Override
  public void gone(ObjectKey key) {}
}
