package dev.signet.cli.peer;

import java.util.List;

/**
 * The same invocation in both programs.
 *
 * @param own without its hints and warnings, which are in {@code hints}
 * @param again the real program, for a rule that has to ask it something more
 */
record Run(Invocation invocation, Outcome peer, Outcome own, String hints, Program again) {
  static Run of(Invocation invocation, Program peer, Program own) {
    Outcome there = Expected.of(invocation, peer.run(invocation));
    Outcome here = own.run(invocation);
    return new Run(invocation, there, here.withoutHints(), here.stderr(), peer);
  }

  boolean agrees() {
    return peer.equals(own);
  }

  /** What the real program makes of another invocation. */
  Outcome there(Invocation other) {
    return Expected.of(other, again.run(other));
  }

  /** Whether ours did what the real program does with another invocation. */
  boolean isAsThere(Invocation other) {
    return !other.equals(invocation) && own.equals(there(other));
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

  boolean onlyPeerFails(String why) {
    return peer.failed() && peer.files().isEmpty() && peer.stderr().contains(why) && !own.failed();
  }

  /** Whether the real program, with every other reason to fail taken away, seals less than all. */
  boolean peerLosesDocuments() {
    Invocation eager =
        invocation
            .withCertificate(KeySet.load().text("rsa1024", "crt"))
            .withArgs(
                List.of(
                    "--allow-empty-data", "--name=n", "--scope=cluster-wide", "-o=yaml", "-w="));
    Outcome outcome = again.run(eager);
    long sealed =
        outcome.stdout().lines().filter(line -> line.equals("kind: SealedSecret")).count();
    return outcome.exit() != 0 || sealed < invocation.documents().size();
  }

  String show() {
    return invocation.show() + "---- there\n" + peer.show() + "---- here\n" + own.show();
  }
}
