/**
 * Holds the command against the real kubeseal: the same command lines on the same files, drawn from
 * a seed.
 *
 * <p>Tests only. The real program is named with {@code -Dsignet.peer=/path/to/kubeseal}; where
 * there is none, the tests say that nothing was compared. What is drawn has to be strange rather
 * than right: only that both programs make the same of it counts.
 */
@NullMarked
package dev.signet.cli.peer;

import org.jspecify.annotations.NullMarked;
