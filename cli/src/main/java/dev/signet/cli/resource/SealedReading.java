package dev.signet.cli.resource;

import java.util.List;

/** What came of reading one document as a SealedSecret. */
public sealed interface SealedReading {
  record Read(SealedManifest manifest) implements SealedReading {}

  /** An object with fields of other types. */
  record Unfit(List<Misfit> misfits) implements SealedReading {
    public Unfit {
      misfits = List.copyOf(misfits);
    }
  }
}
