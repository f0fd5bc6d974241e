/** Parsers of flag values: one class for each syntax. Large because flags have many syntaxes. */
@NullMarked
package dev.davit.opts;

import org.jspecify.annotations.NullMarked;
