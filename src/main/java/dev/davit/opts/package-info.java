/** Text to value: one record or parser for each syntax that a flag has. */
@NullMarked
package dev.davit.opts;

import org.jspecify.annotations.NullMarked;
