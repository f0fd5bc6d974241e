/**
 * Parsers of flag values: one class for each syntax. The package is large because flags have many
 * syntaxes.
 */
@NullMarked
package dev.davit.opts;

import org.jspecify.annotations.NullMarked;
