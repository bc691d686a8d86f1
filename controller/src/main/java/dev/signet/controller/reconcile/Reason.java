package dev.signet.controller.reconcile;

import dev.signet.controller.reconcile.Counts.Step;

/**
 * Why a SealedSecret is not synced, in one word for machines. The words are interface: they stand
 * in status and never change.
 */
enum Reason {
  NO_KEY_FITS("NoKeyFits", Step.UNSEAL, Cure.FROM_OUTSIDE),
  WRONG_SCOPE("WrongScope", Step.UNSEAL, Cure.CHANGE_OF_OBJECT),
  ILLEGAL_BASE64("IllegalBase64", Step.UNSEAL, Cure.CHANGE_OF_OBJECT),
  ITEM_IS_NO_STRING("ItemIsNoString", Step.UNSEAL, Cure.CHANGE_OF_OBJECT),
  MALFORMED("Malformed", Step.UNSEAL, Cure.CHANGE_OF_OBJECT),
  DEPRECATED_DATA("DeprecatedData", Step.UNSEAL, Cure.CHANGE_OF_OBJECT),
  TEMPLATE_FAILED("TemplateFailed", Step.UNSEAL, Cure.CHANGE_OF_OBJECT),

  NOT_OWNED("NotOwned", Step.UNMANAGED, Cure.FROM_OUTSIDE),
  STALE_OWNER("StaleOwner", Step.UNMANAGED, Cure.FROM_OUTSIDE),
  IMMUTABLE("Immutable", Step.UPDATE, Cure.FROM_OUTSIDE),
  TYPE_CHANGE("TypeChange", Step.UPDATE, Cure.FROM_OUTSIDE),

  /** The API server refuses the Secret for what it is. */
  REFUSED("Refused", Step.UPDATE, Cure.CHANGE_OF_OBJECT),
  /** The API server refuses the controller, or a quota is full. */
  FORBIDDEN("Forbidden", Step.UPDATE, Cure.FROM_OUTSIDE),
  SERVER_ERROR("ServerError", Step.UPDATE, Cure.FROM_OUTSIDE);

  /** What can end it. */
  enum Cure {
    /** Trying again may help, once something else has changed. */
    FROM_OUTSIDE,
    CHANGE_OF_OBJECT
  }

  private final String word;
  private final Step step;
  private final Cure cure;

  Reason(String word, Step step, Cure cure) {
    this.word = word;
    this.step = step;
    this.cure = cure;
  }

  String word() {
    return word;
  }

  /** At which step it failed. */
  Step step() {
    return step;
  }

  Cure cure() {
    return cure;
  }
}
