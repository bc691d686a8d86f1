/**
 * A queue of keys for workers, with the meaning of client-go's work queue: a key that is added
 * while it is worked on comes again afterwards, no key is ever worked on twice at a time, and a key
 * that failed comes again later and later, for ever.
 *
 * <p>Knows nothing of Kubernetes and logs nothing. Whoever reconciles something may call it.
 */
@NullMarked
package dev.signet.controller.queue;

import org.jspecify.annotations.NullMarked;
