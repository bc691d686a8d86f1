package dev.signet.cli.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.signet.cli.action.ReEncrypt.Rotation;
import dev.signet.cli.manifest.Change;
import dev.signet.cli.manifest.Editor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file whose SealedSecrets were sealed anew. Where writing it anew would lose something, such as
 * a comment, another object, or a field that the controller does not give back, only the sealed
 * values change in its text.
 */
final class RotatedFile {
  /** What the file is to hold. */
  sealed interface Written {
    @SuppressWarnings("ArrayRecordComponent") // handed over once, to be written
    record Text(byte[] bytes) implements Written {}

    record Refused(Failure failure) implements Written {}
  }

  private final byte[] text;
  private final int objects;
  private final List<Rotation> rotations;

  RotatedFile(byte[] text, int objects, List<Rotation> rotations) {
    this.text = text.clone();
    this.objects = objects;
    this.rotations = List.copyOf(rotations);
  }

  boolean isEmpty() {
    return rotations.isEmpty();
  }

  Written written(ManifestFormat format) {
    boolean isKept = format == ManifestFormat.in(text);
    if (isKept && losesSomething(format)) {
      return edited();
    }
    if (rotations.size() < objects) {
      return new Written.Refused(
          Failure.of("cannot convert the file: it holds other objects than SealedSecrets")
              .hint("keep its format with -o, or write to another file with -w"));
    }
    return new Written.Text(
        rotations.stream()
            .map(rotation -> format.write(rotation.after().value()))
            .collect(joining())
            .getBytes(UTF_8));
  }

  private boolean losesSomething(ManifestFormat format) {
    String before =
        rotations.stream()
            .map(rotation -> format.write(rotation.before().asFile().value()))
            .collect(joining());
    String now = new String(text, UTF_8);
    boolean isOurs = before.equals(now) || before.equals("---\n" + now);
    return !isOurs
        || rotations.size() < objects
        || rotations.stream()
            .anyMatch(
                rotation ->
                    !rotation
                        .before()
                        .asFile()
                        .withoutItems()
                        .value()
                        .equals(rotation.after().withoutItems().value()));
  }

  private Written edited() {
    byte[] edited = text;
    for (Rotation rotation : rotations) {
      switch (Editor.edit(edited, rotation.before().document(), changes(rotation))) {
        case Editor.Edit.Refused(String reason) -> {
          return new Written.Refused(Failure.of("cannot edit the file in place", reason));
        }
        case Editor.Edit.Edited done -> edited = done.bytes();
      }
    }
    return new Written.Text(edited);
  }

  private static List<Change> changes(Rotation rotation) {
    Map<String, String> after = rotation.after().encryptedData();
    List<Change> changes = new ArrayList<>();
    for (String item : rotation.before().encryptedData().keySet()) {
      if (!after.containsKey(item)) {
        changes.add(new Change.Remove(List.of("spec", "encryptedData", item)));
      }
    }
    after.forEach(
        (item, value) ->
            changes.add(new Change.Put(List.of("spec", "encryptedData", item), value)));
    return changes;
  }
}
