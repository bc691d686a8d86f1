/**
 * What goes wrong around a controller, made to go wrong on purpose: a seeded script of changes, a
 * connection that stays open and goes silent, markers that must not come out anywhere.
 *
 * <p>Only the tests of {@code dev.signet.e2e} call this package.
 */
@NullMarked
package dev.signet.e2e.fault;

import org.jspecify.annotations.NullMarked;
