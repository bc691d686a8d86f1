package dev.signet.cli.peer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The same invocation in both programs.
 *
 * @param own without its hints and warnings, which are in {@code hints}
 * @param again the real program, for a rule that has to ask it something more
 */
record Run(Invocation invocation, Outcome peer, Outcome own, String hints, Program again) {
  static Run of(Invocation invocation, Program peer, Program own) {
    // Byte order marks are undone by ours and not by the real program, so it gets texts without.
    Invocation bare = invocation.withTexts(Texts::decoded);
    Outcome there = Expected.of(bare, peer.run(bare));
    Outcome here = own.run(invocation);
    return new Run(invocation, there, here.withoutHints(), here.stderr(), peer);
  }

  boolean agrees() {
    return peer.equals(own);
  }

  /** What the real program makes of another invocation. */
  Outcome there(Invocation other) {
    Invocation bare = other.withTexts(Texts::decoded);
    return Expected.of(bare, again.run(bare));
  }

  /** Whether ours did what the real program does with another invocation. */
  boolean isAsThere(Invocation other) {
    if (other.equals(invocation)) {
      return false;
    }
    return new Run(other, there(other), own, hints, again).isExplained();
  }

  /** Equal, or different as it is meant to be. */
  boolean isExplained() {
    return agrees() || explanation().isPresent();
  }

  Optional<KnownDifference> explanation() {
    return Stream.of(KnownDifference.values()).filter(it -> it.explains(this)).findFirst();
  }

  /** Ours printed an error at most. */
  boolean ownIsQuiet() {
    return own.stdout().isEmpty() && own.files().isEmpty() && own.stderr().startsWith("error: ");
  }

  /** Neither printed data or touched a file. */
  boolean bothFail() {
    return own.failed()
        && ownIsQuiet()
        && peer.failed()
        && peer.stdout().isEmpty()
        && peer.files().isEmpty();
  }

  /** Ours got further, to whatever end. */
  boolean ownGetsFurther(String why) {
    return peer.failed()
        && peer.files().isEmpty()
        && peer.stderr().contains(why)
        && (own.exit() == 0 || (own.failed() && ownIsQuiet()));
  }

  /** Whether the real program, with every other reason to fail taken away, seals less than all. */
  boolean peerLosesDocuments() {
    Invocation eager =
        invocation
            .withCertificate(KeySet.load().text("rsa1024", "crt"))
            .withArgs(
                List.of(
                    "--allow-empty-data", "--name=n", "--scope=cluster-wide", "-o=yaml", "-w="));
    Outcome outcome = there(eager);
    long sealed =
        outcome.stdout().lines().filter(line -> line.equals("kind: SealedSecret")).count();
    return outcome.exit() != 0 || sealed < invocation.documents().size();
  }

  String show() {
    return invocation.show() + "---- there\n" + peer.show() + "---- here\n" + own.show();
  }
}
