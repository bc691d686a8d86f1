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
import org.jspecify.annotations.Nullable;

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
  private final String format;
  private final Target target;

  /**
   * Makes a run.
   *
   * @param text the input
   */
  public ReEncrypt(byte[] text, Rotator rotator, String format, Target target) {
    this.text = text.clone();
    this.rotator = rotator;
    this.format = format;
    this.target = target;
  }

  /** Objects are written as they come; a failure comes behind those before it. */
  public Result run(Output output) throws FileFault {
    return switch (SealedInput.read(DocumentReader.readAll(text).iterator())) {
      case SealedInput.Refused(Failure failure) -> Failed.of(failure);
      case SealedInput.Read(List<SealedManifest> manifests) ->
          target == Target.ANOTHER ? rotateAll(manifests, output) : rotateFile(manifests, output);
    };
  }

  private Result rotateAll(List<SealedManifest> manifests, Output output) throws FileFault {
    for (SealedManifest manifest : manifests) {
      Step step = rotate(manifest);
      if (step instanceof Step.Failed(Failure failure)) {
        output.settle();
        return Failed.of(failure);
      }
      if (step instanceof Step.Rotated(Rotation rotation, ManifestFormat known)) {
        output.write(known.write(rotation.after().value()));
      }
    }
    return new Done();
  }

  /** Other objects of the file stay as they are: nobody asked for them. */
  private Result rotateFile(List<SealedManifest> manifests, Output output) throws FileFault {
    List<Rotation> rotations = new ArrayList<>();
    ManifestFormat written = null;
    for (SealedManifest manifest : manifests) {
      if (manifest.isForeign()) {
        continue;
      }
      switch (rotate(manifest)) {
        case Step.Failed(Failure failure) -> {
          return Failed.of(failure);
        }
        case Step.Rotated(Rotation rotation, ManifestFormat known) -> {
          rotations.add(rotation);
          written = known;
        }
      }
    }
    return write(new RotatedFile(text, manifests.size(), rotations), written, output);
  }

  private static Result write(RotatedFile file, @Nullable ManifestFormat format, Output output)
      throws FileFault {
    if (format == null) {
      return Failed.of(Failure.of("no sealed secrets found among the objects of the file"));
    }
    return switch (file.written(format)) {
      case RotatedFile.Written.Refused(Failure failure) -> Failed.of(failure);
      case RotatedFile.Written.Text(byte[] bytes) -> {
        output.write(bytes);
        yield new Done();
      }
    };
  }

  private sealed interface Step {
    record Rotated(Rotation rotation, ManifestFormat format) implements Step {}

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

  private Step rotated(SealedManifest before, String json) {
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
    Optional<ManifestFormat> known = ManifestFormat.of(format);
    return known.isPresent()
        ? new Step.Rotated(new Rotation(before, after.asFile()), known.get())
        : new Step.Failed(ManifestFormat.unsupported(format));
  }

  private static Failure named(Failure failure, SealedManifest manifest) {
    return failure.hint(
        "it is document %d, \"%s\"".formatted(manifest.document(), manifest.metadata().name()));
  }
}
