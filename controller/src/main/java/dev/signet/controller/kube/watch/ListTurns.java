package dev.signet.controller.kube.watch;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets a few lists run at a time, where hundreds of namespaces are started together. */
final class ListTurns {
  private final Semaphore turns;

  ListTurns(int atOnce) {
    turns = new Semaphore(atOnce, true);
  }

  <R> R take(Supplier<R> list) throws InterruptedException {
    turns.acquire();
    try {
      return list.get();
    } finally {
      turns.release();
    }
  }
}
