/**
 * YAML and JSON as trees: read as kubeseal reads them, written as kubeseal writes them, edited in
 * place without touching another byte.
 *
 * <p>{@link dev.signet.cli.manifest.DocumentReader} gives the documents of an input one by one,
 * each a tree of {@link dev.signet.cli.manifest.Node} or the reason why it is none. The writers
 * take a {@link dev.signet.cli.manifest.Value}. {@link dev.signet.cli.manifest.Editor} changes
 * entries of a file.
 *
 * <p>Actions call this package, and whoever reads kubeconfigs or a server's answers. It knows no
 * Kubernetes type, opens no file, prints nothing, and never puts text of a document into a reason:
 * that may be a secret.
 */
@NullMarked
package dev.signet.cli.manifest;

import org.jspecify.annotations.NullMarked;
