/**
 * The command line: one table of flags, read by the rules of Go's pflag, and the mode it asks for.
 *
 * <p>Only the composition root reads a command line; {@link dev.signet.cli.options.FlagValues} may
 * be handed on to what needs many flags. Nothing here opens a file. The rules are pflag's because
 * scripts rely on them: the last value wins, {@code --raw false} leaves a positional argument, no
 * abbreviations, no argument files.
 */
@NullMarked
package dev.signet.cli.options;

import org.jspecify.annotations.NullMarked;
