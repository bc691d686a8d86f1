/**
 * Semantic versions and constraints on them, as github.com/Masterminds/semver v3.4 reads them.
 *
 * <p>For the functions and methods that templates call.
 */
@NullMarked
package dev.signet.template.version;

import org.jspecify.annotations.NullMarked;
