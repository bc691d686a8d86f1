/**
 * Copies of objects, kept true by list and watch, and word of each change.
 *
 * <p>Made for a server that fails in every way: a watch that ends, breaks off in a line, is
 * refused, or goes silent is opened again, a copy that fell behind is compared with a new list, and
 * what was deleted meanwhile is told. One object that cannot be read harms no other.
 */
@NullMarked
package dev.signet.controller.kube.watch;

import org.jspecify.annotations.NullMarked;
