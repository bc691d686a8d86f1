package dev.signet.controller.kube;

/** Names an object of a namespaced type. */
public record ObjectKey(String namespace, String name) {
  /** As people write it. */
  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
