/**
 * From template text to trees: the lexer, the parser, and the nodes.
 *
 * <p>Follows the grammar and the error positions of Go's text/template/parse
 * (https://pkg.go.dev/text/template). Knows the names of functions but calls none.
 */
@NullMarked
package dev.signet.template.syntax;

import org.jspecify.annotations.NullMarked;
