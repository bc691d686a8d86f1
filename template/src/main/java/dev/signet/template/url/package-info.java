/**
 * URLs as Go's net/url takes them apart and puts them together: octets in, octets out.
 *
 * <p>For the functions that templates call. The JDK's classes accept less and tell more.
 */
@NullMarked
package dev.signet.template.url;

import org.jspecify.annotations.NullMarked;
