package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ListRequest;
import dev.signet.controller.kube.Resource;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a copy is of.
 *
 * @param reduce what is kept of an object; must take whatever a server stores
 */
record Source<T>(Resource resource, Selection selection, Function<ObjectNode, T> reduce) {
  /** Which of them, and how much of each. */
  record Selection(String labels, String fields, Form form) {
    static final Selection ALL = new Selection("", "", Form.FULL);
  }

  enum Form {
    FULL,
    METADATA
  }

  /**
   * The requests for one namespace.
   *
   * @param namespace empty for all
   */
  ListRequest requests(String namespace) {
    String path = namespace.isEmpty() ? resource.path() : resource.path(namespace);
    ListRequest request =
        ListRequest.of(path)
            .withLabelSelector(selection.labels)
            .withFieldSelector(selection.fields);
    return selection.form == Form.METADATA ? request.ofMetadata() : request;
  }
}
