/**
 * The whole of Signet on a real cluster: the packaged command and the packaged controller, stock
 * kubectl, a real API server with its garbage collector.
 *
 * <p>Run by {@code ./mvnw -Pe2e verify} against the cluster of {@code $KUBECONFIG}. Nobody calls
 * this package.
 */
@NullMarked
package dev.signet.e2e;

import org.jspecify.annotations.NullMarked;
