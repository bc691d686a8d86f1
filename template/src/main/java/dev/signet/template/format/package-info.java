/**
 * How values become text: Go's fmt package (https://pkg.go.dev/fmt) and strconv's quoting.
 *
 * <p>Everything is written through an {@link dev.signet.template.format.Octets}, which charges the
 * budget.
 */
@NullMarked
package dev.signet.template.format;

import org.jspecify.annotations.NullMarked;
