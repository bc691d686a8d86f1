package dev.signet.cli.resource;

import java.util.List;

/** What came of reading one object as a Secret. */
public sealed interface SecretReading {
  /**
   * A Secret.
   *
   * @param remarks what a person should know though it is no error
   */
  record Read(PlainSecret secret, List<String> remarks) implements SecretReading {
    public Read {
      remarks = List.copyOf(remarks);
    }
  }

  /** An object that is no Secret. */
  record Unfit(List<Misfit> misfits) implements SecretReading {
    public Unfit {
      misfits = List.copyOf(misfits);
    }
  }

  /** An object without any field of a Secret. kubeseal passes over it as over an empty document. */
  record Blank(String origin) implements SecretReading {}
}
