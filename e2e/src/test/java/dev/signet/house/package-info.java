/** Holds the whole house against its drawing in docs/design.md. Needs no cluster. */
@NullMarked
package dev.signet.house;

import org.jspecify.annotations.NullMarked;
