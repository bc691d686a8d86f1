/**
 * What one rendering may use, and how it is stopped.
 *
 * <p>Whoever does work in proportion to an input charges the {@link
 * dev.signet.template.limit.Budget} before it does the work.
 */
@NullMarked
package dev.signet.template.limit;

import org.jspecify.annotations.NullMarked;
