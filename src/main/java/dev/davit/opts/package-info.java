/**
 * Text to value: one record or parser for each syntax that a flag has. Large because there are so
 * many syntaxes.
 */
@NullMarked
package dev.davit.opts;

import org.jspecify.annotations.NullMarked;
