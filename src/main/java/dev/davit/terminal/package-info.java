/** The process's own streams and its terminal. */
@NullMarked
package dev.davit.terminal;

import org.jspecify.annotations.NullMarked;
