/** Which of several replicas reconciles: the holder of a Lease. */
@NullMarked
package dev.signet.controller.kube.lease;

import org.jspecify.annotations.NullMarked;
