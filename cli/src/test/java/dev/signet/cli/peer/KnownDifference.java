package dev.signet.cli.peer;

import java.util.function.Predicate;

/**
 * Where ours is meant to differ from the real program, each with its row of the contract. Whatever
 * differs and is not explained here is a defect.
 */
enum KnownDifference {
  USAGE_ON_STDERR(
      "K-10",
      run ->
          run.peer().exit() == 2
              && run.peer().stderr().startsWith("Usage of ")
              && run.own().exit() == 2
              && run.ownIsQuiet()
              && run.peer().stdout().endsWith("\n" + afterError(run.own().stderr()))),

  HELP_LAYOUT(
      "K-14",
      run ->
          run.own().exit() == 0
              && run.peer().exit() == 0
              && (run.peer().stderr() + run.peer().stdout()).startsWith("Usage of ")
              && run.own().stderr().isEmpty()
              && run.own().stdout().startsWith("Usage of ")
              && run.own().files().isEmpty()),

  VERSION_NUMBER(
      "K-15",
      run ->
          run.own().exit() == 0
              && run.own().stderr().isEmpty()
              && run.own().stdout().matches("kubeseal version: \\S+\n")
              && run.peer().stdout().startsWith("kubeseal version: ")),

  OWN_WORDS("K-37", run -> run.bothFail() && Wording.isOurs(run)),

  ESCAPED_SLASH(
      "K-30", run -> run.isAsThere(run.invocation().withTexts(Texts::withoutEscapedSlashes))),

  /** What looks like JSON and is YAML only is read as such wherever a SealedSecret is wanted. */
  FLOW_STYLE_READ(
      "K-30",
      run ->
          run.own().exit() == 0 && run.onlyPeerFails("couldn't get version/kind; json parse err")),

  NEVER_ENDS(
      "K-34", run -> run.peer().exit() == Outcome.NEVER && run.own().failed() && run.ownIsQuiet()),

  LOST_DOCUMENT_ENDS_THE_RUN(
      "K-34",
      run ->
          run.own().failed()
              && run.ownIsQuiet()
              && run.own().stderr().matches("(?s)error: (cannot read document|no secrets found).*")
              && run.peerLosesDocuments()),

  /** Two fields of one name are laid over each other by upstream in JSON, not so in YAML. */
  LAST_OF_TWO_FIELDS(
      "K-35",
      run ->
          run.hints().contains(" is there twice: the last one counts")
              && run.invocation().documents().stream().anyMatch(it -> it.strip().startsWith("{"))),

  PLAIN_SCALARS_WHEN_OPENING(
      "K-36",
      run ->
          run.own().exit() == 0
              && run.onlyPeerFails("error: json: cannot unmarshal ")
              && run.peer().stderr().endsWith(" of type string\n")),

  NO_KUBECONFIG_NEEDED(
      "K-57", run -> run.peer().failed() && run.isAsThere(run.invocation().withoutKubeconfig())),

  MARKS_DECODED("K-70", run -> run.isAsThere(run.invocation().withTexts(Texts::decoded))),

  SMALL_KEY_REFUSED_FIRST(
      "K-71",
      run -> run.bothFail() && run.own().stderr().contains("RSA key of 512 bits is too small")),

  NAMESPACE_FLAG_MISSED(
      "K-75",
      run ->
          run.bothFail()
              && run.own().stderr().contains("must provide the --namespace flag with --raw and ")),

  ALL_DOCUMENTS_MERGED(
      "K-103",
      run ->
          run.invocation().documents().size() > 1
              && MergeTarget.of(run.invocation()).isPresent()
              && (run.own().exit() == 0 || (run.own().failed() && run.own().files().isEmpty()))),

  /** The scope and the format of the target count, and its text stays what it was. */
  MERGED_IN_PLACE(
      "K-106",
      run ->
          run.own().exit() == 0
              && MergeTarget.of(run.invocation()).filter(it -> it.isMerged(run)).isPresent()),

  SCOPE_MISMATCH(
      "K-107",
      run ->
          run.own().failed()
              && run.ownIsQuiet()
              && run.own().stderr().startsWith("error: scope mismatch: ")),

  KEY_FILE_WITHOUT_KEY(
      "K-119",
      run ->
          run.own().failed()
              && run.ownIsQuiet()
              && run.own().stderr().startsWith("error: cannot read a private key from "));

  private final String row;

  @SuppressWarnings("ImmutableEnumChecker") // no rule holds anything
  private final Predicate<Run> rule;

  KnownDifference(String row, Predicate<Run> rule) {
    this.row = row;
    this.rule = rule;
  }

  boolean explains(Run run) {
    return rule.test(run);
  }

  @Override
  public String toString() {
    return row + " " + name();
  }

  private static String afterError(String stderr) {
    return stderr.substring("error: ".length());
  }
}
