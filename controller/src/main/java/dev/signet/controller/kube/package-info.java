/**
 * The API server: how it is found, asked and written to. No other package of the controller sends
 * it a request.
 *
 * <p>Answers are values: a refusal is an {@link dev.signet.controller.kube.ApiError}, never an
 * exception. Writes are POST and PUT, as the rights that installations have granted for years allow
 * nothing else (Events are counted up by PATCH). No body is ever logged.
 */
@NullMarked
package dev.signet.controller.kube;

import org.jspecify.annotations.NullMarked;
