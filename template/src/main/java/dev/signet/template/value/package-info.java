/**
 * The values that templates compute with, with the static types that Go would give them.
 *
 * <p>A string is a sequence of bytes, as in Go. It is kept in a {@code String} of which each
 * character is one byte ("octets"), which costs no more than an array, compares by bytes and cannot
 * be changed.
 */
@NullMarked
package dev.signet.template.value;

import org.jspecify.annotations.NullMarked;
