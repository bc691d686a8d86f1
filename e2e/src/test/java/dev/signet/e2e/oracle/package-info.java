/**
 * What every Secret must be, worked out apart from the product: the sealed format on the JDK's own
 * cryptography, and rules written down a second time. It must never use a class of the product, or
 * both would share a fault.
 *
 * <p>Only tests call this package.
 */
@NullMarked
package dev.signet.e2e.oracle;

import org.jspecify.annotations.NullMarked;
