/**
 * Go's text/template with the Sprig functions, for text that untrusted people write.
 *
 * <p>Bytes in, bytes out; nothing here knows Kubernetes. Callers use {@link
 * dev.signet.template.Renderer} and get a {@link dev.signet.template.Rendering}, never an
 * exception. Each rendering runs within {@link dev.signet.template.limit.Limits}, and no message
 * holds a value that was handed in.
 */
@NullMarked
package dev.signet.template;

import org.jspecify.annotations.NullMarked;
