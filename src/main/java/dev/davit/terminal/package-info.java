/** The standard streams of the process, its terminal, signals and working directory. */
@NullMarked
package dev.davit.terminal;

import org.jspecify.annotations.NullMarked;
