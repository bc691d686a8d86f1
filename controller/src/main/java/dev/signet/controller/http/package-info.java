/**
 * What others ask the controller: whether it lives, whether it works, and for the certificate.
 *
 * <p>Endpoints make an answer of a question and know nothing of the server around them. Only the
 * composition root calls this package.
 */
@NullMarked
package dev.signet.controller.http;

import org.jspecify.annotations.NullMarked;
