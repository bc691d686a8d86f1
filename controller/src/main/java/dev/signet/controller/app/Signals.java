package dev.signet.controller.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import sun.misc.Signal;

/**
 * SIGTERM and SIGINT end the process in order and with code 0; SIGUSR1 asks for a new sealing key.
 * A shutdown hook would do for the end, but not for its exit code, and nothing but the JDK's own
 * interface knows other signals.
 */
final class Signals {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final AtomicReference<Runnable> newKey = new AtomicReference<>(() -> {});

  private Signals() {}

  static Signals listen() {
    Signals signals = new Signals();
    Signal.handle(new Signal("TERM"), signal -> signals.stop.countDown());
    Signal.handle(new Signal("INT"), signal -> signals.stop.countDown());
    // By default it would end the process, even before there is anything to make keys.
    Signal.handle(new Signal("USR1"), signal -> signals.newKey.get().run());
    return signals;
  }

  void onNewKey(Runnable action) {
    newKey.set(action);
  }

  void awaitStop() throws InterruptedException {
    stop.await();
  }
}
