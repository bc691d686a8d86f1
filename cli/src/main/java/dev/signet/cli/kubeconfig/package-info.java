/**
 * Which cluster, which user, which namespace: kubeconfig files, merged as kubectl merges them, with
 * the connection flags on top.
 *
 * <p>Pure reading: no request is made, no plugin is run, no Kubernetes library is loaded, so that
 * sealing offline may ask for a namespace. Answers are values, errors in the words of client-go.
 * The composition root and {@code cluster} call it.
 */
@NullMarked
package dev.signet.cli.kubeconfig;

import org.jspecify.annotations.NullMarked;
