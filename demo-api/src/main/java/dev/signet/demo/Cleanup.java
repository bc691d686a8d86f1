package dev.signet.demo;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What must be undone, last first, once, also on Ctrl-C. */
final class Cleanup {
  interface Step {
    void undo() throws IOException;
  }

  private final Deque<Step> steps = new ArrayDeque<>();

  synchronized void add(Step step) {
    steps.push(step);
  }

  synchronized void run() {
    while (!steps.isEmpty()) {
      try {
        steps.pop().undo();
      } catch (IOException | KubernetesClientException failed) {
        System.err.println("warning: cleaning up: " + failed.getMessage());
      }
    }
  }
}
