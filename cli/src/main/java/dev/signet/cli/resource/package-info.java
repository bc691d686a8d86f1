/**
 * Secrets and SealedSecrets as the command knows them: read from a tree, written as one.
 *
 * <p>Reading is strict about types and blind to unknown fields, as the API's own types are; what
 * does not fit is told by path, never by value. Only actions call this package; it knows manifests
 * and the sealed format, and opens no file.
 */
@NullMarked
package dev.signet.cli.resource;

import org.jspecify.annotations.NullMarked;
