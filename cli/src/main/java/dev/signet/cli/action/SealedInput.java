package dev.signet.cli.action;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.resource.SealedManifest;
import dev.signet.cli.resource.SealedReader;
import dev.signet.cli.resource.SealedReading;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** All SealedSecrets of an input, or what keeps one of them from being read. */
public sealed interface SealedInput {
  Failure NOTHING =
      Failure.of("no sealed secrets found. Ensure the input is valid and UTF-8 encoded");

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

  /**
   * One could not be read.
   *
   * @param others that could
   */
  record Refused(Failure failure, List<SealedManifest> others) implements SealedInput {
    public Refused {
      others = List.copyOf(others);
    }
  }

  /** Each object of the input, whatever it says that it is, as the controller gets to see it. */
  static SealedInput read(Iterator<Document> documents) {
    return read(documents, _ -> true);
  }

  /** The same, if each object is a SealedSecret and says so. */
  static SealedInput readDeclared(Iterator<Document> documents) {
    return read(documents, SealedManifest::isDeclared);
  }

  private static SealedInput read(
      Iterator<Document> documents, Predicate<SealedManifest> isWanted) {
    Failures failures = new Failures();
    List<SealedManifest> manifests = new ArrayList<>();
    documents.forEachRemaining(
        document -> {
          switch (document) {
            case Document.Broken broken -> failures.add(broken);
            case Document.Tree tree ->
                SealedReader.readEach(tree).forEach(it -> sort(it, isWanted, manifests, failures));
          }
        });
    if (!failures.isEmpty()) {
      return new Refused(failures.first(), manifests);
    }
    return manifests.isEmpty() ? new Refused(NOTHING, manifests) : new Read(manifests);
  }

  private static void sort(
      SealedReading reading,
      Predicate<SealedManifest> isWanted,
      List<SealedManifest> manifests,
      Failures failures) {
    switch (reading) {
      case SealedReading.Unfit unfit -> failures.add(unfit.misfits());
      case SealedReading.Read(SealedManifest it) when isWanted.test(it) -> manifests.add(it);
      case SealedReading.Read(SealedManifest it) ->
          failures.add(
              Failure.of(
                  "document %d is no SealedSecret of bitnami.com/v1alpha1"
                      .formatted(it.document())));
    }
  }
}
