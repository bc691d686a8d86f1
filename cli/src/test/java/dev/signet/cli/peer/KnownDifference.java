package dev.signet.cli.peer;

import java.util.function.Predicate;

/**
 * Where ours is meant to differ from the real program, each with its row of the contract. Whatever
 * differs and is not explained here is a defect. The first that explains is counted: those that
 * look at another run come last.
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

  /** What looks like JSON and is YAML only is read as such wherever a SealedSecret is wanted. */
  FLOW_STYLE_READ("K-30", run -> run.ownGetsFurther("couldn't get version/kind; json parse error")),

  NEVER_ENDS(
      "K-34", run -> run.peer().exit() == Outcome.NEVER && run.own().failed() && run.ownIsQuiet()),

  LOST_DOCUMENT_ENDS_THE_RUN(
      "K-34",
      run ->
          run.own().failed()
              && run.ownIsQuiet()
              && run.own()
                  .stderr()
                  .matches(
                      "(?s)error: (cannot read document|no secrets found|illegal base64 data).*")
              && run.peerLosesDocuments()),

  PLAIN_SCALARS_WHEN_OPENING(
      "K-36",
      run ->
          run.ownGetsFurther("json: cannot unmarshal ")
              && run.peer().stderr().endsWith(" of type string\n")),

  /** Upstream makes a blank of U+0085 when it writes YAML. */
  NEXT_LINE_KEPT(
      "K-64",
      run -> run.own().withoutNextLines().equals(run.peer()) && !run.own().equals(run.peer())),

  /** What kubeseal keeps raw keeps escapes that its letters need not have. */
  NEEDLESS_ESCAPES_UNDONE(
      "K-45",
      run ->
          run.invocation().show().contains("managedFields")
              && run.own().equals(run.peer().withoutNeedlessEscapes())
              && !run.own().equals(run.peer())),

  /** kubeseal cannot write as YAML what its YAML reader would refuse. */
  CONTROL_CHARACTERS_WRITTEN(
      "K-64", run -> run.ownGetsFurther("error: yaml: control characters are not allowed\n")),

  SMALL_KEY_REFUSED_FIRST(
      "K-71",
      run -> run.bothFail() && run.own().stderr().contains("RSA key of 512 bits is too small")),

  /** What is no URL is looked for as a file, and may hold a password that is not shown. */
  NO_URL_IS_A_FILE(
      "K-81",
      run ->
          run.bothFail()
              && run.peer().stderr().startsWith("error: parse ")
              && run.own().stderr().startsWith("error: open ")),

  PASSWORD_MASKED(
      "K-81",
      run ->
          run.bothFail()
              && run.peer()
                  .stderr()
                  .replaceFirst("(?<=[/:])(u(?:@v)?):p?@", "$1:***@")
                  .equals(run.own().stderr())),

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

  MISSING_MAPS_MADE(
      "K-106",
      run ->
          run.own().exit() == 0
              && run.own().files().size() == 1
              && run.peer().stderr().startsWith("panic: assignment to entry in nil map")),

  /** Upstream writes a key that makes the whole file unreadable, for itself as well. */
  MERGE_KEY_AS_ITEM(
      "K-106",
      run ->
          run.ownGetsFurther("map merge requires map or sequence of maps as the value")
              || (run.own().failed()
                  && run.ownIsQuiet()
                  && run.own().stderr().contains("a merge key with something else than maps"))),

  SCOPE_MISMATCH(
      "K-107",
      run ->
          run.own().failed()
              && run.ownIsQuiet()
              && run.own().stderr().startsWith("error: scope mismatch: ")),

  /** Upstream opens what is no SealedSecret, or nothing at all, to a Secret of no use. */
  FOREIGN_INPUT(
      "K-118",
      run ->
          run.peer().exit() == 0
              && run.own().failed()
              && run.ownIsQuiet()
              && run.own()
                  .stderr()
                  .matches("error: .*(no sealed secrets found|no SealedSecret).*\n")),

  FOREIGN_TARGET(
      "K-108",
      run ->
          run.own().failed()
              && run.ownIsQuiet()
              && run.own().stderr().contains("it holds no SealedSecret of bitnami.com/v1alpha1")),

  KEY_FILE_WITHOUT_KEY(
      "K-119",
      run ->
          run.own().failed()
              && run.ownIsQuiet()
              && run.own().stderr().startsWith("error: cannot read a private key from ")),

  ESCAPED_SLASH(
      "K-30", run -> run.isAsThere(run.invocation().withTexts(Texts::withoutEscapedSlashes))),

  CHARACTER_IN_TWO_ESCAPES(
      "K-30", run -> run.isAsThere(run.invocation().withTexts(Texts::withoutPairs))),

  TABS_AS_BLANKS("K-30", run -> run.isAsThere(run.invocation().withTexts(Texts::withoutTabs))),

  NO_KUBECONFIG_NEEDED("K-57", run -> run.isAsThere(run.invocation().withoutKubeconfig())),

  NO_DOCUMENT_LOST(
      "K-34",
      run ->
          run.invocation().documents().size() > 1
              && run.own().stdout().startsWith(run.peer().stdout())
              && run.peerLosesDocuments());

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
