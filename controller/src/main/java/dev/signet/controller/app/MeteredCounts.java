package dev.signet.controller.app;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.metrics.Metrics;
import dev.signet.controller.metrics.SeriesOwner;
import dev.signet.controller.reconcile.Counts;
import dev.signet.crds.SealedSecret;

/** Reconciling's counts as metrics. */
final class MeteredCounts implements Counts {
  private static final String INSTANCE = "app.kubernetes.io/instance";

  private final Metrics metrics;

  MeteredCounts(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void handling() {
    metrics.unsealRequest();
  }

  @Override
  public void error(Step step, String namespace) {
    Metrics.Reason reason =
        switch (step) {
          case FETCH -> Metrics.Reason.FETCH;
          case UNSEAL -> Metrics.Reason.UNSEAL;
          case UNMANAGED -> Metrics.Reason.UNMANAGED;
          case UPDATE -> Metrics.Reason.UPDATE;
          case STATUS -> Metrics.Reason.STATUS;
        };
    metrics.unsealError(reason, namespace);
  }

  @Override
  public void synced(SealedSecret object, boolean synced) {
    String instance = object.labels().getOrDefault(INSTANCE, "");
    metrics.synced(new SeriesOwner(object.namespace(), object.name(), instance), synced);
  }

  @Override
  public void failing(ObjectKey key, boolean failing) {
    metrics.failing(key.namespace(), key.name(), failing);
  }

  @Override
  public void gone(ObjectKey key) {
    metrics.gone(key.namespace(), key.name());
  }
}
