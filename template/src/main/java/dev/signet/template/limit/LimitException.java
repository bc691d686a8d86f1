package dev.signet.template.limit;

/**
 * A rendering would use more than it may. Names the limit and its setting, by the controller's
 * flag, and nothing of the content.
 */
public final class LimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LimitException(Limit limit, long allowed) {
    super(
        "%s is over the limit of %d (--template-limits %s)"
            .formatted(limit.description(), allowed, limit.setting()),
        null,
        false,
        false);
  }

  /** Which limit, what it is, and by which setting. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
