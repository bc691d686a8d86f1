/**
 * An API server in memory, as far as the packages above {@code kube} see one: versions, conflicts,
 * and the rules that Secrets have. For tests that want to say what goes wrong, and when.
 */
@NullMarked
package dev.signet.controller.fake;

import org.jspecify.annotations.NullMarked;
