/**
 * Keys, certificates, password hashes and encryption that templates ask for. Bouncy Castle and the
 * JDK do the work; here is what Sprig makes of them.
 *
 * <p>For the functions that templates call, which charge what it costs before.
 */
@NullMarked
package dev.signet.template.crypto;

import org.jspecify.annotations.NullMarked;
