/**
 * The kubeseal command: the process and the composition root.
 *
 * <p>{@link dev.signet.cli.Main} is the only class that knows the process and exits; {@link
 * dev.signet.cli.Kubeseal} reads a command line, opens its files and puts the mode together.
 * Nothing else calls this package. Classes that name the cluster stand apart, so that no mode
 * without one loads them.
 */
@NullMarked
package dev.signet.cli;

import org.jspecify.annotations.NullMarked;
