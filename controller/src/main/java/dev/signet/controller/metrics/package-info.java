/**
 * The one place that names a series. Names, labels and help texts that the upstream project has are
 * kept to the byte, as dashboards and alerts ask for them; ours begin with {@code signet_}.
 *
 * <p>The composition root connects it with what counts; nothing else calls it.
 */
@NullMarked
package dev.signet.controller.metrics;

import org.jspecify.annotations.NullMarked;
