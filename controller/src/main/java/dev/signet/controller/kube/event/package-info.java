/** Events about objects: sent in the background, counted up when repeated, dropped when refused. */
@NullMarked
package dev.signet.controller.kube.event;

import org.jspecify.annotations.NullMarked;
