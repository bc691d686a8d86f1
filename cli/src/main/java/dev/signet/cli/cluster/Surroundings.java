package dev.signet.cli.cluster;

import dev.signet.cli.terminal.Terminal;
import java.time.Clock;

/**
 * What a connection may see of the process that makes it.
 *
 * @param verbosity the value of {@code -v}: requests are logged to stderr from 6 on
 */
public record Surroundings(Terminal terminal, Clock clock, int verbosity) {}
