package dev.signet.cli.action;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.manifest.DocumentReader;
import dev.signet.cli.resource.Metadata;
import dev.signet.cli.resource.SealedManifest;
import dev.signet.cli.resource.SealedReader;
import dev.signet.cli.resource.SealedReading;
import java.util.ArrayList;
import java.util.List;

/** The SealedSecrets of a file that is to take up more items. */
sealed interface MergeTarget {
  /**
   * A file with SealedSecrets.
   *
   * @param manifests not empty
   */
  record Found(String file, List<SealedManifest> manifests) implements MergeTarget {
    public Found {
      manifests = List.copyOf(manifests);
    }

    /** Where an input belongs: to its namesake, or to the only one there is. */
    Choice choose(Metadata input) {
      if (manifests.size() == 1) {
        return new Choice.Chosen(manifests.getFirst());
      }
      List<SealedManifest> namesakes =
          manifests.stream().filter(it -> isNamesake(it.metadata(), input)).toList();
      if (namesakes.size() == 1) {
        return new Choice.Chosen(namesakes.getFirst());
      }
      List<String> names =
          manifests.stream().map(it -> "\"%s\"".formatted(place(it.metadata()))).toList();
      return new Choice.None(
          Failure.of(
              "cannot tell which SealedSecret of %s to merge \"%s\" into"
                  .formatted(file, place(input)),
              "there are " + String.join(", ", names)));
    }

    private static boolean isNamesake(Metadata target, Metadata input) {
      boolean sameNamespace =
          target.namespace().isEmpty()
              || input.namespace().isEmpty()
              || target.namespace().equals(input.namespace());
      return target.name().equals(input.name()) && sameNamespace;
    }

    private static String place(Metadata metadata) {
      return metadata.namespace().isEmpty()
          ? metadata.name()
          : metadata.namespace() + "/" + metadata.name();
    }
  }

  record Refused(Failure failure) implements MergeTarget {}

  /** Which of several. */
  sealed interface Choice {
    record Chosen(SealedManifest manifest) implements Choice {}

    record None(Failure failure) implements Choice {}
  }

  /** Objects of other kinds, and documents that are no objects, stand beside and do not matter. */
  static MergeTarget in(String file, byte[] text) {
    List<SealedManifest> manifests = new ArrayList<>();
    Failures others = new Failures();
    for (Document document : DocumentReader.readAll(text)) {
      switch (document) {
        case Document.Broken broken -> others.add(broken);
        case Document.Tree tree -> {
          switch (SealedReader.read(tree)) {
            case SealedReading.Unfit unfit -> others.add(unfit.misfits());
            case SealedReading.Read(SealedManifest manifest) -> {
              if (manifest.isDeclared()) {
                manifests.add(manifest);
              }
            }
          }
        }
      }
    }
    return manifests.isEmpty()
        ? new Refused(
            others.under(
                Failure.of(
                    "cannot merge into " + file,
                    text.length == 0
                        ? "it is empty"
                        : "it holds no SealedSecret of bitnami.com/v1alpha1")))
        : new Found(file, manifests);
  }
}
