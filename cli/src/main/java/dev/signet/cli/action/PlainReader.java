package dev.signet.cli.action;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.resource.PlainSecret;
import dev.signet.cli.resource.SecretReader;
import dev.signet.cli.resource.SecretReading;
import java.util.ArrayList;
import java.util.List;

/** Reads document by document and keeps what went wrong. */
final class PlainReader {
  static final Failure NOTHING =
      Failure.of("no secrets found. Ensure the input is valid and UTF-8 encoded");

  private final Notices notices;
  private final Failures unreadable = new Failures();
  private boolean anyObject;

  PlainReader(Notices notices) {
    this.notices = notices;
  }

  List<PlainSecret> read(Document document) {
    List<PlainSecret> secrets = new ArrayList<>();
    switch (document) {
      case Document.Broken broken -> unreadable.add(broken);
      case Document.Tree tree -> SecretReader.read(tree).forEach(it -> accept(it, secrets));
    }
    return secrets;
  }

  private void accept(SecretReading reading, List<PlainSecret> secrets) {
    switch (reading) {
      case SecretReading.Unfit unfit -> {
        anyObject = true;
        unreadable.add(unfit.misfits());
      }
      case SecretReading.Blank blank ->
          notices.hint(blank.origin() + " has no field of a Secret and is passed over");
      case SecretReading.Read read -> {
        anyObject = true;
        read.remarks().forEach(notices::hint);
        secrets.add(read.secret());
      }
    }
  }

  boolean hasFailed() {
    return !unreadable.isEmpty();
  }

  /** Another failure, and what could not be read besides. */
  Failure failuresUnder(Failure headline) {
    return unreadable.under(headline);
  }

  /** Where nothing could be read at all, the input as a whole is the wrong one. */
  Failure failure() {
    return anyObject ? unreadable.first() : unreadable.under(NOTHING);
  }
}
