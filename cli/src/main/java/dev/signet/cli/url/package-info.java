/**
 * Addresses as Go's net/url reads and shows them, since its programs take host names that {@link
 * java.net.URI} refuses, and scripts know its errors.
 *
 * <p>Text alone: no name is looked up. {@code kubeconfig} asks it whether a proxy's address is one,
 * {@code cluster} connects to what it says, {@code action} tells what is wrong with one. Not loaded
 * by who seals offline.
 */
@NullMarked
package dev.signet.cli.url;

import org.jspecify.annotations.NullMarked;
