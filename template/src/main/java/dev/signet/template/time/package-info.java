/**
 * Times, durations and time zones as Go's time package has them: its layouts, its arithmetic, and
 * the abbreviations of the IANA time zone database, which the JDK does not carry.
 *
 * <p>For the functions and methods that templates call. The database is in {@code zones.bin}, which
 * {@code template/src/main/zones/Pack.java} makes; it is in the public domain.
 */
@NullMarked
package dev.signet.template.time;

import org.jspecify.annotations.NullMarked;
