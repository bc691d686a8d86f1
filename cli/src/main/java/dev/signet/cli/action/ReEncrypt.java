package dev.signet.cli.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.action.Result.Done;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Output;
import dev.signet.cli.manifest.Document;
import dev.signet.cli.manifest.DocumentReader;
import dev.signet.cli.resource.SealedManifest;
import dev.signet.cli.resource.SealedReader;
import dev.signet.cli.resource.SealedReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has SealedSecrets sealed anew under the controller's newest key. */
public final class ReEncrypt {
  /** The controller's rotate endpoint. */
  @FunctionalInterface
  public interface Rotator {
    /**
     * Asks for one SealedSecret.
     *
     * @param body compact JSON
     */
    Answer rotate(String body);
  }

  public sealed interface Answer {
    /** The SealedSecret under the newest key, as the controller wrote it. */
    record Rotated(String json) implements Answer {}

    record DoesNotOpen() implements Answer {}

    record Missing(Failure failure) implements Answer {}
  }

  /** Whether the output takes the place of the input. */
  public enum Target {
    ANOTHER,
    INPUT_FILE
  }

  /** A SealedSecret before and after. */
  record Rotation(SealedManifest before, SealedManifest after) {}

  private final byte[] text;
  private final Rotator rotator;
  private final String formatName;
  private final Optional<ManifestFormat> format;
  private final Target target;

  /**
   * Makes a run.
   *
   * @param text the input
   */
  public ReEncrypt(byte[] text, Rotator rotator, String format, Target target) {
    this.text = text.clone();
    this.rotator = rotator;
    this.formatName = format;
    this.format = ManifestFormat.of(format);
    this.target = target;
  }

  /** A failure comes behind the objects before it, or leaves the input's file as it was. */
  public Result run(Output output) throws FileFault {
    List<Rotation> rotations = new ArrayList<>();
    return switch (SealedInput.read(DocumentReader.readAll(text).iterator())) {
      case SealedInput.Refused(Failure failure, List<SealedManifest> others) ->
          Failed.of(failure).and(rotate(others, rotations));
      case SealedInput.Read(List<SealedManifest> manifests) -> {
        List<Failure> failures = rotate(manifests, rotations);
        yield target == Target.ANOTHER
            ? writeAll(rotations, failures, output)
            : writeFile(new RotatedFile(text, manifests.size(), rotations), failures, output);
      }
    };
  }

  /** Goes on behind an object that fails, to name all that do; gathers those before the first. */
  private List<Failure> rotate(List<SealedManifest> manifests, List<Rotation> rotations) {
    List<Failure> failures = new ArrayList<>();
    for (SealedManifest manifest : manifests) {
      // Other objects of the file stay as they are: nobody asked for them.
      if (target == Target.INPUT_FILE && manifest.isForeign()) {
        continue;
      }
      switch (rotate(manifest)) {
        case Step.Failed(Failure failure) -> failures.add(failure);
        case Step.Rotated _ when format.isEmpty() -> {
          failures.add(ManifestFormat.unsupported(formatName));
          return failures;
        }
        case Step.Rotated(Rotation rotation) when failures.isEmpty() -> rotations.add(rotation);
        case Step.Rotated _ -> {}
      }
    }
    return failures;
  }

  private Result writeAll(List<Rotation> rotations, List<Failure> failures, Output output)
      throws FileFault {
    for (Rotation rotation : rotations) {
      output.write(format.orElseThrow().write(rotation.after().value()));
    }
    if (failures.isEmpty()) {
      return new Done();
    }
    output.settle();
    return new Failed(failures);
  }

  private Result writeFile(RotatedFile file, List<Failure> failures, Output output)
      throws FileFault {
    if (!failures.isEmpty()) {
      return new Failed(failures);
    }
    if (file.isEmpty()) {
      return Failed.of(Failure.of("no sealed secrets found among the objects of the file"));
    }
    return switch (file.written(format.orElseThrow())) {
      case RotatedFile.Written.Refused(Failure failure) -> Failed.of(failure);
      case RotatedFile.Written.Text(byte[] bytes) -> {
        output.write(bytes);
        yield new Done();
      }
    };
  }

  private sealed interface Step {
    record Rotated(Rotation rotation) implements Step {}

    record Failed(Failure failure) implements Step {}
  }

  private Step rotate(SealedManifest manifest) {
    return switch (rotator.rotate(manifest.body())) {
      case Answer.Missing(Failure failure) -> new Step.Failed(named(failure, manifest));
      case Answer.DoesNotOpen() ->
          new Step.Failed(
              named(Failure.of("unable to rotate secret"), manifest)
                  .hint("no key of the controller opens it under its name, namespace and scope"));
      case Answer.Rotated(String json) -> rotated(manifest, json);
    };
  }

  private static Step rotated(SealedManifest before, String json) {
    List<Document> documents = DocumentReader.readAll(json.getBytes(UTF_8));
    boolean isObject = documents.size() == 1 && documents.getFirst() instanceof Document.Tree;
    if (!isObject
        || !(SealedReader.read((Document.Tree) documents.getFirst())
            instanceof SealedReading.Read(SealedManifest after))) {
      return new Step.Failed(
          named(
              Failure.of("cannot re-encrypt secret", "the controller's answer is no SealedSecret"),
              before));
    }
    return new Step.Rotated(new Rotation(before, after.asFile()));
  }

  private static Failure named(Failure failure, SealedManifest manifest) {
    return failure.hint(
        "it is document %d, \"%s\"".formatted(manifest.document(), manifest.metadata().name()));
  }
}
