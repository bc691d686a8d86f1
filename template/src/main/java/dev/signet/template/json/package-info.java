/**
 * JSON as Go's encoding/json writes it and reads it into values of no given type
 * (https://pkg.go.dev/encoding/json). Called by the functions that templates call.
 */
@NullMarked
package dev.signet.template.json;

import org.jspecify.annotations.NullMarked;
