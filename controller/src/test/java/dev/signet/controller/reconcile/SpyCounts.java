package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.crds.SealedSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has been counted. */
final class SpyCounts implements Counts {
  final List<String> errors = new ArrayList<>();
  final Map<String, Boolean> synced = new TreeMap<>();
  final Map<String, Boolean> failing = new TreeMap<>();
  int handlings;

  @Override
  public void handling() {
    handlings++;
  }

  @Override
  public void error(Step step, String namespace) {
    errors.add(step + " " + namespace);
  }

  @Override
  public void synced(SealedSecret object, boolean isSynced) {
    synced.put(object.namespace() + "/" + object.name(), isSynced);
  }

  @Override
  public void failing(ObjectKey key, boolean isFailing) {
    failing.put(key.toString(), isFailing);
  }

  @Override
  public void gone(ObjectKey key) {
    synced.remove(key.toString());
    failing.remove(key.toString());
  }
}
