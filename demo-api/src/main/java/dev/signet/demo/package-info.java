/**
 * What {@code ./demo} runs: the whole story on one machine, from a plaintext Secret to a Secret in
 * a cluster, with the programs as they are shipped.
 *
 * <p>Never shipped itself. It calls the two programs as a user would, over processes and files, and
 * no class of theirs. The embedded API is kubernetes-server-mock: it stores and watches objects and
 * is not a Kubernetes.
 */
@NullMarked
package dev.signet.demo;

import org.jspecify.annotations.NullMarked;
