/**
 * Files as the command opens and replaces them: whole or not at all, mode and link kept.
 *
 * <p>Actions and the composition root call this package. It knows names and bytes, no manifest.
 * What goes wrong is told in the words that Go programs use for it ({@code open x: no such file or
 * directory}), which is what scripts around kubeseal look for.
 */
@NullMarked
package dev.signet.cli.files;

import org.jspecify.annotations.NullMarked;
