/**
 * The SealedSecret resource: its names, its text as a CustomResourceDefinition, and a view of one
 * object that reads what is well formed and names what is not.
 *
 * <p>Both programs call this package. {@link dev.signet.crds.SealedSecretNames} loads without the
 * Kubernetes client, for commands that need no cluster. An object is held as the tree that came in,
 * so that fields unknown here survive and a malformed one harms nobody else.
 */
@NullMarked
package dev.signet.crds;

import org.jspecify.annotations.NullMarked;
