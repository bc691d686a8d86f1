package dev.signet.controller.keys;

import dev.signet.controller.kube.event.Events;
import dev.signet.controller.log.Log;
import java.time.InstantSource;

/** What keeping keys tells its outcome through, and the time. */
public record KeyTools(Events events, Watcher watcher, Log log, InstantSource clock) {
  /** Told of the keys, and asked whether they are ours to make. Must not wait. */
  public interface Watcher {
    /**
     * The cluster was looked at.
     *
     * @param unusable key Secrets that hold no usable key
     */
    void looked(Keys keys, int unusable);

    /** There are keys that were not there before. */
    void keysAdded();

    /** A key was due, and could not be made or stored. */
    void renewalFailed();

    /** Only one of several replicas makes keys. */
    boolean mayMakeKeys();
  }
}
