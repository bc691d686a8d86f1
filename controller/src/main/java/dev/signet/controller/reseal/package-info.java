/**
 * Verify and rotate: whether a SealedSecret opens, and the same one sealed anew. A body of JSON or
 * YAML in, an answer out.
 *
 * <p>Nothing here looks at a plaintext, and no template is ever run: anybody may ask, and whoever
 * holds a ciphertext would learn its plaintext question by question. Only the composition root
 * calls this package.
 */
@NullMarked
package dev.signet.controller.reseal;

import org.jspecify.annotations.NullMarked;
