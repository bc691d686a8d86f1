package dev.signet.cli.action;

import dev.signet.cli.action.Result.Done;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Output;
import dev.signet.cli.manifest.Document;
import dev.signet.cli.resource.PlainSecret;
import java.util.Iterator;
import java.util.List;

/**
 * Seals every Secret of an input, in its order.
 *
 * <p>Documents are sealed by all cores while more are read, and few are in memory at a time.
 * Nothing gets out before {@value #WINDOW_SECRETS} Secrets or {@value #WINDOW_CHARACTERS}
 * characters are ready, or the input ends: up to there a document that cannot be read leaves the
 * output empty, as kubeseal, which reads everything before it seals, leaves it. Only a longer
 * stream flows, and there an error comes behind what was good so far. A document that can be read
 * and not be sealed comes behind those before it in either case, as in kubeseal. A file is written
 * whole or not at all. What follows a failure is read and checked, so that all failures are told.
 */
public final class Seal {
  private static final int WINDOW_SECRETS = 256;
  private static final int WINDOW_CHARACTERS = 1 << 20;

  private final Iterator<Document> documents;
  private final SealingQueue queue;
  private final Output output;
  private final PlainReader reader;
  private final Notices notices;
  private final Failures refused = new Failures();
  private int secrets;
  private long characters;
  private boolean flows;

  public Seal(
      Iterator<Document> documents,
      SecretSealer sealer,
      String format,
      Output output,
      Notices notices) {
    this.documents = documents;
    this.queue = new SealingQueue(sealer, format);
    this.output = output;
    this.reader = new PlainReader(notices);
    this.notices = notices;
  }

  public Result run() throws FileFault {
    while (documents.hasNext()) {
      boolean isInVain = hasFailed();
      for (PlainSecret secret : reader.read(documents.next())) {
        put(secret, isInVain);
      }
      boolean isFull = secrets >= WINDOW_SECRETS || characters >= WINDOW_CHARACTERS;
      if (isFull && (flows || !reader.hasFailed())) {
        flows = true;
        output.settle();
      }
    }
    return finish();
  }

  private void put(PlainSecret secret, boolean isInVain) throws FileFault {
    secrets++;
    if (isInVain) {
      queue.putForCheck(secret);
    } else {
      queue.put(secret);
    }
    while (queue.isFull()) {
      writeNext();
    }
  }

  private boolean hasFailed() {
    return reader.hasFailed() || !refused.isEmpty();
  }

  private Result finish() throws FileFault {
    while (!queue.isEmpty()) {
      writeNext();
    }
    if (!flows && reader.hasFailed()) {
      return failed(refused.under(reader.failure()));
    }
    output.settle();
    if (!refused.isEmpty()) {
      return failed(reader.failuresUnder(refused.first()));
    }
    if (reader.hasFailed()) {
      return failed(reader.failure());
    }
    return secrets == 0 ? failed(PlainReader.NOTHING) : new Done();
  }

  private static Result failed(Failure failure) {
    return Failed.of(failure);
  }

  private void writeNext() throws FileFault {
    notices.step();
    switch (queue.take()) {
      case SealingQueue.Item.Refused(Failure failure) -> refused.add(failure);
      case SealingQueue.Item.Checked(List<String> remarks) -> remarks.forEach(notices::hint);
      case SealingQueue.Item.Text(String text, List<String> remarks) -> {
        remarks.forEach(notices::hint);
        if (refused.isEmpty()) {
          characters += text.length();
          output.write(text);
        }
      }
    }
  }
}
