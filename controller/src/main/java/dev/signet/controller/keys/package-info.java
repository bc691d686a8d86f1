/**
 * The sealing keys: which Secrets hold them, which of them is served, and when a new one is made.
 *
 * <p>Readers take {@link dev.signet.controller.keys.Keys}, a snapshot that never changes, as often
 * as they like; one thread of {@link dev.signet.controller.keys.KeyKeeper} replaces it. HTTP and
 * reconciling call this package; it calls neither. Private keys stay in crypto's types, which print
 * redacted.
 */
@NullMarked
package dev.signet.controller.keys;

import org.jspecify.annotations.NullMarked;
