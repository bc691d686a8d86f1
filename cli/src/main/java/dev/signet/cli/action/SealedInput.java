package dev.signet.cli.action;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.resource.SealedManifest;
import dev.signet.cli.resource.SealedReader;
import dev.signet.cli.resource.SealedReading;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** All SealedSecrets of an input, or what keeps one of them from being read. */
public sealed interface SealedInput {
  /**
   * All could be read.
   *
   * @param manifests not empty
   */
  record Read(List<SealedManifest> manifests) implements SealedInput {
    public Read {
      manifests = List.copyOf(manifests);
    }
  }

  record Refused(Failure failure) implements SealedInput {}

  /** Each object of the input, whatever it says that it is, as the controller gets to see it. */
  static SealedInput read(Iterator<Document> documents) {
    Failures unreadable = new Failures();
    List<SealedManifest> manifests = new ArrayList<>();
    documents.forEachRemaining(
        document -> {
          switch (document) {
            case Document.Broken broken -> unreadable.add(broken);
            case Document.Tree tree ->
                SealedReader.readEach(tree).forEach(it -> sort(it, manifests, unreadable));
          }
        });
    if (!unreadable.isEmpty()) {
      return new Refused(unreadable.first());
    }
    return manifests.isEmpty()
        ? new Refused(
            Failure.of("no sealed secrets found. Ensure the input is valid and UTF-8 encoded"))
        : new Read(manifests);
  }

  private static void sort(
      SealedReading reading, List<SealedManifest> manifests, Failures unreadable) {
    switch (reading) {
      case SealedReading.Unfit unfit -> unreadable.add(unfit.misfits());
      case SealedReading.Read(SealedManifest manifest) -> manifests.add(manifest);
    }
  }

  /** The same, if each object is a SealedSecret and says so. */
  static SealedInput readDeclared(Iterator<Document> documents) {
    SealedInput input = read(documents);
    if (!(input instanceof Read(List<SealedManifest> manifests))) {
      return input;
    }
    Failures foreign = new Failures();
    for (SealedManifest manifest : manifests) {
      if (!manifest.isDeclared()) {
        foreign.add(
            Failure.of(
                "document %d is no SealedSecret of bitnami.com/v1alpha1"
                    .formatted(manifest.document())));
      }
    }
    return foreign.isEmpty() ? input : new Refused(foreign.first());
  }
}
