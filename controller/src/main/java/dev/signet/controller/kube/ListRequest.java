package dev.signet.controller.kube;

import org.jspecify.annotations.Nullable;

/**
 * Which objects to list.
 *
 * @param path of the collection
 * @param labelSelector empty for all
 * @param metadataOnly whether metadata is enough
 */
public record ListRequest(
    String path, String labelSelector, String fieldSelector, boolean metadataOnly) {
  /** Small enough to answer within seconds, also where each object is large. */
  static final int PAGE = 500;

  private static final String PARTIAL_LIST =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
  private static final String PARTIAL_OBJECT =
      "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";

  public static ListRequest of(String path) {
    return new ListRequest(path, "", "", false);
  }

  public ListRequest withLabelSelector(String selector) {
    return new ListRequest(path, selector, fieldSelector, metadataOnly);
  }

  public ListRequest withFieldSelector(String selector) {
    return new ListRequest(path, labelSelector, selector, metadataOnly);
  }

  public ListRequest ofMetadata() {
    return new ListRequest(path, labelSelector, fieldSelector, true);
  }

  /** One page; null for the first. */
  Request page(@Nullable String next) {
    Request request = selected().with("limit", Integer.toString(PAGE));
    if (metadataOnly) {
      request = request.accepting(PARTIAL_LIST);
    }
    return next == null ? request : request.with("continue", next);
  }

  /** Asks for all that happens after a resource version; the server ends it after some seconds. */
  public Request watch(String resourceVersion, long seconds) {
    Request request =
        selected()
            .with("watch", "true")
            .with("allowWatchBookmarks", "true")
            .with("resourceVersion", resourceVersion)
            .with("timeoutSeconds", Long.toString(seconds));
    return metadataOnly ? request.accepting(PARTIAL_OBJECT) : request;
  }

  private Request selected() {
    Request request = Request.get(path);
    if (!labelSelector.isEmpty()) {
      request = request.with("labelSelector", labelSelector);
    }
    return fieldSelector.isEmpty() ? request : request.with("fieldSelector", fieldSelector);
  }
}
