package dev.signet.cli.action;

import dev.signet.cli.action.SecretSealer.Placement;
import dev.signet.cli.resource.Metadata;
import dev.signet.cli.resource.NameRules;
import dev.signet.cli.resource.PlainSecret;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;

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

    /** One that could be sealed, and was not. */
    record Checked(List<String> remarks) implements Item {
      public Checked {
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
    put(
        secret,
        (at, known) ->
            new Item.Text(known.write(sealer.seal(secret, at).toValue()), remarks(secret, at)));
  }

  /** Only to know whether it could be sealed. */
  void putForCheck(PlainSecret secret) {
    put(secret, (at, _) -> new Item.Checked(remarks(secret, at)));
  }

  private void put(PlainSecret secret, BiFunction<Placement.At, ManifestFormat, Item> step) {
    if (tasks.size() == 1) {
      ForkJoinPool.commonPool().execute(tasks.getFirst());
    }
    FutureTask<Item> task = new FutureTask<>(() -> process(secret, step));
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

  private static List<String> remarks(PlainSecret secret, Placement.At at) {
    Metadata metadata = at.metadata();
    return NameRules.breaches(metadata.name(), metadata.namespace(), secret.items().keySet())
        .stream()
        .map(it -> secret.origin() + ": " + it)
        .toList();
  }

  private Item process(PlainSecret secret, BiFunction<Placement.At, ManifestFormat, Item> step) {
    return switch (sealer.place(secret)) {
      case Placement.Refused(Failure failure) -> new Item.Refused(failure);
      case Placement.At at ->
          format
              .map(known -> step.apply(at, known))
              .orElseGet(() -> new Item.Refused(ManifestFormat.unsupported(formatName)));
    };
  }
}
