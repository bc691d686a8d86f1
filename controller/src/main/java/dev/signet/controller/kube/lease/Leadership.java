package dev.signet.controller.kube.lease;

/** Skeleton: whether this replica is the one that writes. */
public interface Leadership extends AutoCloseable {
  /** Told when this replica begins and ends to lead; must not wait. */
  interface Listener {
    void gained();

    void lost();
  }

  void start(Listener listener);

  boolean isLeader();

  /** Gives the lease back, so that another need not wait for its end. */
  @Override
  void close();
}
