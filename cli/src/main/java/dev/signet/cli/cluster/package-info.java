/**
 * Talks to the controller through the API server of a cluster, and to addresses of certificates.
 *
 * <p>The only package that touches the Kubernetes client, so only modes that need a cluster may
 * load it: its classes cost more start-up than a whole seal. Called by the composition root alone;
 * answers are values, with the error in the words that users of kubeseal know.
 */
@NullMarked
package dev.signet.cli.cluster;

import org.jspecify.annotations.NullMarked;
