/**
 * Random templates, rendered by ours and by Go's text/template with Sprig where Go is at hand. The
 * other side is the small program in {@code src/test/go}.
 */
@NullMarked
package dev.signet.template.duel;

import org.jspecify.annotations.NullMarked;
