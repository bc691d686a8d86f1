/**
 * Measurements of single parts by JMH, beside the scripts in {@code bench} that time whole
 * processes. Built and run on demand only.
 */
@NullMarked
package dev.signet.bench;

import org.jspecify.annotations.NullMarked;
