package dev.signet.cli.peer;

/** Either of the two commands. */
@FunctionalInterface
interface Program {
  Outcome run(Invocation invocation);
}
