/**
 * What is installed, held against the contract, the code and itself. It needs no cluster; what does
 * is in {@code e2e}. Nobody calls this package.
 */
@NullMarked
package dev.signet.deploy;

import org.jspecify.annotations.NullMarked;
