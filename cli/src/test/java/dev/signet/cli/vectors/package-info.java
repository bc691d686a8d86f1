/**
 * Runs the recorded cases in process.
 *
 * <p>Tests only. What a case needs around it is here as well: the keys, and a server that plays the
 * API server.
 */
@NullMarked
package dev.signet.cli.vectors;

import org.jspecify.annotations.NullMarked;
