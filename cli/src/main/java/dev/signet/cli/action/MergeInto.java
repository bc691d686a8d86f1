package dev.signet.cli.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.action.MergeTarget.Choice;
import dev.signet.cli.action.Result.Done;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.files.Output;
import dev.signet.cli.files.Outputs;
import dev.signet.cli.manifest.Change;
import dev.signet.cli.manifest.Document;
import dev.signet.cli.manifest.DocumentReader;
import dev.signet.cli.manifest.Editor;
import dev.signet.cli.resource.NameRules;
import dev.signet.cli.resource.PlainSecret;
import dev.signet.cli.resource.SealedManifest;
import dev.signet.cli.resource.SealedReader;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seals Secrets into a SealedSecret that stands in a file. Only the lines of what is merged change;
 * the file is replaced as a whole, or stays as it was.
 */
public final class MergeInto {
  private final String file;
  private final Inputs inputs;
  private final Outputs outputs;
  private final MergeSealer sealer;
  private final FormatChoice format;

  public MergeInto(
      String file, Inputs inputs, Outputs outputs, MergeSealer sealer, FormatChoice format) {
    this.file = file;
    this.inputs = inputs;
    this.outputs = outputs;
    this.sealer = sealer;
    this.format = format;
  }

  public Result run(InputStream input, Notices notices) throws FileFault {
    byte[] text = inputs.readForUpdate(file);
    return switch (MergeTarget.in(file, text)) {
      case MergeTarget.Refused(Failure failure) -> Failed.of(failure);
      case MergeTarget.Found target ->
          switch (PlainInput.read(new DocumentReader(input), notices)) {
            case PlainInput.Refused(Failure failure, List<PlainSecret> others) ->
                Failed.of(seal(target, others, new LinkedHashMap<>()).under(failure));
            case PlainInput.Read(List<PlainSecret> secrets) -> {
              secrets.forEach(it -> checkKeys(it, notices));
              yield merge(target, secrets, text);
            }
          };
    };
  }

  /** Name and namespace are those of the file. */
  private static void checkKeys(PlainSecret secret, Notices notices) {
    NameRules.breaches("", "", secret.items().keySet())
        .forEach(it -> notices.hint(secret.origin() + ": " + it));
  }

  private Result merge(MergeTarget.Found target, List<PlainSecret> secrets, byte[] text)
      throws FileFault {
    Map<Integer, List<Change>> changes = new LinkedHashMap<>();
    Failures failures = seal(target, secrets, changes);
    if (!failures.isEmpty()) {
      return Failed.of(failures.first());
    }
    Optional<ManifestFormat> known = ManifestFormat.of(format.name());
    return known.isEmpty()
        ? Failed.of(ManifestFormat.unsupported(format.name()))
        : edit(text, changes, known.get());
  }

  /** Gathers the changes of each document, and what keeps Secrets from being sealed. */
  private Failures seal(
      MergeTarget.Found target, List<PlainSecret> secrets, Map<Integer, List<Change>> changes) {
    Failures failures = new Failures();
    for (PlainSecret secret : secrets) {
      switch (target.choose(secret.metadata())) {
        case Choice.None(Failure failure) -> failures.add(failure);
        case Choice.Chosen(SealedManifest manifest) -> {
          switch (sealer.seal(secret, manifest, file)) {
            case MergeSealer.Outcome.Refused(Failure failure) -> failures.add(failure);
            case MergeSealer.Outcome.Sealed(List<Change> more) when more.isEmpty() -> {}
            case MergeSealer.Outcome.Sealed(List<Change> more) ->
                changes.computeIfAbsent(manifest.document(), _ -> new ArrayList<>()).addAll(more);
          }
        }
      }
    }
    return failures;
  }

  private Result edit(byte[] text, Map<Integer, List<Change>> changes, ManifestFormat known)
      throws FileFault {
    byte[] edited = text;
    for (Map.Entry<Integer, List<Change>> change : changes.entrySet()) {
      switch (Editor.edit(edited, change.getKey(), change.getValue())) {
        case Editor.Edit.Refused(String reason) -> {
          return Failed.of(Failure.of("cannot merge into " + file, reason));
        }
        case Editor.Edit.Edited done -> edited = done.bytes();
      }
    }
    return format.isChosen() && ManifestFormat.in(text) != known
        ? convert(text, edited, known)
        : replace(text, edited);
  }

  /** Only another format than that of the file needs the text written anew. */
  private Result convert(byte[] before, byte[] edited, ManifestFormat known) throws FileFault {
    var converted = new StringBuilder();
    for (Document document : DocumentReader.readAll(edited)) {
      switch (document) {
        case Document.Tree tree -> converted.append(known.write(SealedReader.rewritten(tree)));
        case Document.Broken broken -> {
          return Failed.of(
              Failure.of(
                  "cannot convert %s: document %d cannot be read".formatted(file, broken.number()),
                  broken.reason()));
        }
      }
    }
    return replace(before, converted.toString().getBytes(UTF_8));
  }

  private Result replace(byte[] before, byte[] after) throws FileFault {
    if (Arrays.equals(before, after)) {
      return new Done();
    }
    try (Output output = outputs.open(file)) {
      output.write(after);
      output.deliver();
    }
    return new Done();
  }
}
