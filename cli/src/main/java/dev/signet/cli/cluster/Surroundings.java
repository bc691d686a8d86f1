package dev.signet.cli.cluster;

import dev.signet.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a connection may see of the process that makes it.
 *
 * @param directory what relative paths of flags and variables start from
 * @param verbosity the value of {@code -v}: requests are logged to stderr from 6 on
 */
public record Surroundings(Terminal terminal, Path directory, Clock clock, int verbosity) {}
