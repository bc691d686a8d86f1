/**
 * Lines for people and for their tools, in the format of Go's slog: {@code time=... level=INFO
 * msg="..." key=value}, or one JSON object a line. Lines of libraries come out in the same format.
 *
 * <p>Every package may log. Never a secret byte, never a body.
 */
@NullMarked
package dev.signet.controller.log;

import org.jspecify.annotations.NullMarked;
