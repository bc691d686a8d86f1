package dev.signet.controller.queue;

/** Works on one key at a time; called by several threads with different keys. */
@FunctionalInterface
public interface Handler<K> {
  Next handle(K key) throws InterruptedException;
}
