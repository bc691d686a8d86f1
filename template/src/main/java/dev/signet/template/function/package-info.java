/**
 * The functions that a template may call, one class a family.
 *
 * <p>A function reads its arguments from a {@link dev.signet.template.function.Call} after the
 * executor has checked their number and types. It fails with a {@link
 * dev.signet.template.function.CallException}, whose text never holds an argument.
 */
@NullMarked
package dev.signet.template.function;

import org.jspecify.annotations.NullMarked;
