package dev.signet.cli.action;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.resource.PlainSecret;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** All Secrets of an input, or what keeps one of them from being read. */
sealed interface PlainInput {
  /**
   * All could be read.
   *
   * @param secrets not empty
   */
  record Read(List<PlainSecret> secrets) implements PlainInput {
    public Read {
      secrets = List.copyOf(secrets);
    }
  }

  /**
   * One could not be read.
   *
   * @param others that could
   */
  record Refused(Failure failure, List<PlainSecret> others) implements PlainInput {
    public Refused {
      others = List.copyOf(others);
    }
  }

  static PlainInput read(Iterator<Document> documents, Notices notices) {
    PlainReader reader = new PlainReader(notices);
    List<PlainSecret> secrets = new ArrayList<>();
    while (documents.hasNext()) {
      secrets.addAll(reader.read(documents.next()));
    }
    if (reader.hasFailed()) {
      return new Refused(reader.failure(), secrets);
    }
    return secrets.isEmpty() ? new Refused(PlainReader.NOTHING, secrets) : new Read(secrets);
  }
}
