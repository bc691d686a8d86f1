package dev.signet.cli.options;

import java.util.List;
import java.util.Map;

/** What the command is to do. A mode holds what it reads; it ignores all other flags. */
public sealed interface Mode {
  record Version() implements Mode {}

  record Help() implements Mode {}

  record Completion(Shell shell) implements Mode {}

  /** Flags that cannot be meant together. No file has been opened when this is found. */
  record Contradiction(String error) implements Mode {}

  /** A mode that reads or writes manifests; its files are opened before anything else. */
  sealed interface Work extends Mode {
    Files files();

    /** Whether it writes to the output at all. */
    default boolean hasOutput() {
      return !(this instanceof Validate || this instanceof MergeInto);
    }
  }

  /** A command of its own, for templates. It knows none of the flags. */
  sealed interface Templates extends Mode {}

  record TemplateHelp() implements Templates {}

  /** Reads the standard input if the file is empty. */
  record CheckTemplates(String file) implements Templates {}

  /**
   * Reads the standard input if the file is empty.
   *
   * @param values of items, by name
   */
  record RenderTemplates(String file, Map<String, String> values, String format)
      implements Templates {
    public RenderTemplates {
      values = Map.copyOf(values);
    }
  }

  record Recover(Files files, List<String> keyFiles) implements Work {}

  record Validate(Files files) implements Work {}

  record ReEncrypt(Files files) implements Work {}

  record FetchCert(Files files, String certificate) implements Work {}

  record MergeInto(Files files, String certificate, Sealing sealing, String target)
      implements Work {}

  record SealRaw(Files files, String certificate, Sealing sealing, List<String> fromFiles)
      implements Work {}

  record Seal(Files files, String certificate, Sealing sealing) implements Work {}

  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  /**
   * Where manifests come from and go to.
   *
   * @param secretFile to read; empty is the standard input
   * @param sealedSecretFile to write; empty is the standard output
   */
  record Files(String secretFile, String sealedSecretFile, Format format) {}

  /**
   * The output format, unchecked: a bad one is an error only once something is written.
   *
   * @param isChosen whether somebody gave it, so that a file may keep its own otherwise
   */
  record Format(String name, boolean isChosen) {}

  /**
   * What is sealed for which place.
   *
   * @param name over that of the input; empty leaves it
   * @param namespace for an input without one, and to be matched by the others; empty is not given
   * @param scope strict, namespace-wide or cluster-wide; empty if nobody chose one
   */
  record Sealing(String name, String namespace, String scope, boolean allowsEmptyData) {}
}
