package dev.signet.cli.action;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.resource.Misfit;
import java.util.ArrayList;
import java.util.List;

/**
 * The failures of a run over many documents. kubeseal tells the first and stops; the others follow
 * as hints, so that one run names all there is to mend.
 */
final class Failures {
  private static final int MOST = 20;

  private final List<Failure> failures = new ArrayList<>();
  private int more;

  boolean isEmpty() {
    return failures.isEmpty();
  }

  void add(Failure failure) {
    if (failures.size() < MOST) {
      failures.add(failure);
    } else {
      more++;
    }
  }

  void add(List<Misfit> misfits) {
    misfits.forEach(misfit -> add(Failure.of(misfit.error()).hint("it is " + misfit.place())));
  }

  void add(Document.Broken broken) {
    add(
        Failure.of(
            "cannot read document %d: line %d: %s"
                .formatted(broken.number(), broken.line(), broken.reason())));
  }

  /** The first, with the others as hints. */
  Failure first() {
    return under(failures.getFirst(), failures.subList(1, failures.size()));
  }

  /** Another failure that all of these explain. */
  Failure under(Failure headline) {
    return under(headline, failures);
  }

  private Failure under(Failure headline, List<Failure> others) {
    Failure all = headline;
    for (Failure other : others) {
      String where = other.hints().isEmpty() ? "" : " (" + other.hints().getFirst() + ")";
      all = all.hint(other.error() + where);
    }
    return more == 0 ? all : all.hint("and %d more".formatted(more));
  }
}
