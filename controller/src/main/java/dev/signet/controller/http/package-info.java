/**
 * What others ask the controller: whether it lives, whether it works, for the certificate; and the
 * gate before what anybody may send a body to.
 *
 * <p>Endpoints make an answer of a question and know nothing of the server around them. The
 * composition root puts them together; what is behind the gate is written elsewhere.
 */
@NullMarked
package dev.signet.controller.http;

import org.jspecify.annotations.NullMarked;
