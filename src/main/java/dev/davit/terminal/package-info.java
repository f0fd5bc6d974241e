/** The standard streams of the process, its terminal and its signals. */
@NullMarked
package dev.davit.terminal;

import org.jspecify.annotations.NullMarked;
