/**
 * Plays the recorded scenarios of {@code vectors/controller} on a real cluster: the language of
 * {@code steps.json}, the normalisation, and the comparison with what was recorded or, where an
 * {@code ours.json} says so, with what is wanted instead. The README beside the scenarios defines
 * all three.
 *
 * <p>Beside them the recorded logs, normalised. {@link dev.signet.e2e.ScenariosIT} and {@link
 * dev.signet.e2e.LogsIT} alone call this package.
 */
@NullMarked
package dev.signet.e2e.scenario;

import org.jspecify.annotations.NullMarked;
