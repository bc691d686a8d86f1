/**
 * Regular expressions as Go's regexp package has them, on octets. RE2/J does the work; what it does
 * otherwise than Go, and what Go bounds and it does not, is settled before.
 *
 * <p>For the functions that templates call. Each look at the text is charged, so a search ends with
 * the budget wherever it is.
 */
@NullMarked
package dev.signet.template.regex;

import org.jspecify.annotations.NullMarked;
