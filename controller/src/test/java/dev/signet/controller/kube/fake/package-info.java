/** An API server for tests: small, on real sockets, and able to fail in every way. */
@NullMarked
package dev.signet.controller.kube.fake;

import org.jspecify.annotations.NullMarked;
