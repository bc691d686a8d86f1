package dev.signet.controller.kube.event;

/** Something that happened to an object. */
record Occurrence(Subject subject, Events.Kind kind, String reason, String message) {
  Occurrence withMessage(String other) {
    return new Occurrence(subject, kind, reason, other);
  }

  /** As client-go's recorder logs it; people search for the end of the line. */
  String logLine() {
    return ("Event(v1.ObjectReference{Kind:\"%s\", Namespace:\"%s\", Name:\"%s\", UID:\"%s\","
            + " APIVersion:\"%s\", ResourceVersion:\"%s\", FieldPath:\"\"}): type: '%s' reason:"
            + " '%s' %s")
        .formatted(
            subject.kind(),
            subject.key().namespace(),
            subject.key().name(),
            subject.uid(),
            subject.apiVersion(),
            subject.resourceVersion(),
            kind.text(),
            reason,
            message);
  }
}
