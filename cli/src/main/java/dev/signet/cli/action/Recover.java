package dev.signet.cli.action;

import dev.signet.cli.action.Result.Done;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.files.Output;
import dev.signet.cli.manifest.DocumentReader;
import dev.signet.cli.resource.OpenedSecret;
import dev.signet.cli.resource.SealedManifest;
import dev.signet.crypto.KeyRing;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens SealedSecrets with keys from files, when there is no controller to do it. Prints all of
 * them or none: half a recovery looks like a whole one.
 */
public final class Recover {
  private final Inputs inputs;
  private final List<String> keyFiles;
  private final InputStream input;
  private final String format;
  private final Notices notices;

  public Recover(
      Inputs inputs, List<String> keyFiles, InputStream input, String format, Notices notices) {
    this.inputs = inputs;
    this.keyFiles = List.copyOf(keyFiles);
    this.input = input;
    this.format = format;
    this.notices = notices;
  }

  public Result run(Output output) throws FileFault {
    return switch (KeyFiles.read(inputs, keyFiles)) {
      case KeyFiles.Reading.Refused(Failure failure) -> Failed.of(failure);
      case KeyFiles.Reading.Read read -> open(KeyRing.of(read.keys()), output);
    };
  }

  private Result open(KeyRing keys, Output output) throws FileFault {
    List<OpenedSecret> secrets = new ArrayList<>();
    return switch (SealedInput.readDeclared(new DocumentReader(input))) {
      case SealedInput.Refused(Failure failure, List<SealedManifest> others) ->
          Failed.of(failure).and(open(others, keys, secrets, false));
      case SealedInput.Read(List<SealedManifest> manifests) -> {
        List<Failure> failures = open(manifests, keys, secrets, manifests.size() == 1);
        yield failures.isEmpty() ? write(secrets, output) : new Failed(failures);
      }
    };
  }

  /** Gathers what opens, and tells what keeps the others from it. */
  private List<Failure> open(
      List<SealedManifest> manifests, KeyRing keys, List<OpenedSecret> secrets, boolean isAlone) {
    List<Failure> failures = new ArrayList<>();
    for (SealedManifest manifest : manifests) {
      notices.step();
      switch (Opening.of(manifest, keys)) {
        case Opening.Opened(OpenedSecret secret) -> secrets.add(secret);
        case Opening.Refused(String why) -> failures.add(failure(manifest, why, isAlone));
      }
    }
    return failures;
  }

  private Result write(List<OpenedSecret> secrets, Output output) throws FileFault {
    Optional<ManifestFormat> known = ManifestFormat.of(format);
    if (known.isEmpty()) {
      return Failed.of(ManifestFormat.unsupported(format));
    }
    for (OpenedSecret secret : secrets) {
      output.write(known.get().write(secret.toValue()));
    }
    return new Done();
  }

  /** kubeseal opens one object and need not name it. */
  private static Failure failure(SealedManifest manifest, String why, boolean isAlone) {
    String name = manifest.metadata().name();
    return isAlone ? Failure.of(why) : Failure.of("cannot open \"%s\"".formatted(name), why);
  }
}
