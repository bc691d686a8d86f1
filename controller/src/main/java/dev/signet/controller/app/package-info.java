/**
 * The process: reads its options, puts the parts together by plain {@code new}, starts them in the
 * right order and stops them in the reverse one. Everything is wired here and nothing is decided.
 *
 * <p>Nobody calls this package but the JVM.
 */
@NullMarked
package dev.signet.controller.app;

import org.jspecify.annotations.NullMarked;
