/**
 * The cluster of {@code $KUBECONFIG}, and the packaged programs as processes beside it.
 *
 * <p>What a user would do goes through stock kubectl and the packaged command; what a test only
 * watches goes through {@code kubectl proxy}, which costs no process a look. A cluster that does
 * not answer is an error of every test, never a skip.
 */
@NullMarked
package dev.signet.e2e.cluster;

import org.jspecify.annotations.NullMarked;
