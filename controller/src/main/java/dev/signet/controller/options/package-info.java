/**
 * The controller's flags and their environment variables, from text to checked values.
 *
 * <p>Called once, by main. One table names every flag; the reader keeps the grammar of the program
 * that Signet replaces, so that manifests and Helm values go on working; what that program accepted
 * and then crashed on, perhaps a month later, is refused here before anything starts.
 */
@NullMarked
package dev.signet.controller.options;

import org.jspecify.annotations.NullMarked;
