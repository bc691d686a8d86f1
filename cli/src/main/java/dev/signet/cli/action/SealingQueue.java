package dev.signet.cli.action;

import dev.signet.cli.action.SecretSealer.Outcome;
import dev.signet.cli.resource.NameRules;
import dev.signet.cli.resource.PlainSecret;
import dev.signet.cli.resource.SealedSecret;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Secrets on their way to text, at most {@value #CAPACITY} at a time, taken out in the order in
 * which they were put in. A lone Secret starts no thread: whoever takes it does the work.
 */
final class SealingQueue {
  private static final int CAPACITY = 64;

  /** A Secret that has been through. */
  sealed interface Item {
    /**
     * A sealed one.
     *
     * @param remarks what Kubernetes will say to it
     */
    record Text(String document, List<String> remarks) implements Item {
      public Text {
        remarks = List.copyOf(remarks);
      }
    }

    record Refused(Failure failure) implements Item {}
  }

  private final SecretSealer sealer;
  private final String formatName;
  private final Optional<ManifestFormat> format;
  private final Deque<FutureTask<Item>> tasks = new ArrayDeque<>();

  SealingQueue(SecretSealer sealer, String formatName) {
    this.sealer = sealer;
    this.formatName = formatName;
    this.format = ManifestFormat.of(formatName);
  }

  boolean isFull() {
    return tasks.size() == CAPACITY;
  }

  boolean isEmpty() {
    return tasks.isEmpty();
  }

  void put(PlainSecret secret) {
    if (tasks.size() == 1) {
      ForkJoinPool.commonPool().execute(tasks.getFirst());
    }
    FutureTask<Item> task = new FutureTask<>(() -> process(secret));
    tasks.add(task);
    if (tasks.size() > 1) {
      ForkJoinPool.commonPool().execute(task);
    }
  }

  /** The oldest one. Until it is ready, the caller works at the others, the newest first. */
  Item take() {
    FutureTask<Item> task = tasks.remove();
    task.run();
    for (FutureTask<Item> other : tasks.reversed()) {
      if (task.isDone()) {
        break;
      }
      other.run();
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Item.Text text(ManifestFormat format, PlainSecret secret, SealedSecret sealed) {
    List<String> breaches =
        NameRules.breaches(
            sealed.metadata().name(),
            sealed.metadata().namespace(),
            sealed.encryptedData().keySet());
    return new Item.Text(
        format.write(sealed.toValue()),
        breaches.stream().map(it -> secret.origin() + ": " + it).toList());
  }

  private Item process(PlainSecret secret) {
    return switch (sealer.seal(secret)) {
      case Outcome.Refused(Failure failure) -> new Item.Refused(failure);
      case Outcome.Sealed sealed ->
          format
              .<Item>map(it -> text(it, secret, sealed.secret()))
              .orElseGet(() -> new Item.Refused(ManifestFormat.unsupported(formatName)));
    };
  }
}
