/**
 * Runs a parsed template over its input.
 *
 * <p>Follows Go's text/template in what is evaluated, in which order, and at which node an error is
 * found.
 */
@NullMarked
package dev.signet.template.exec;

import org.jspecify.annotations.NullMarked;
