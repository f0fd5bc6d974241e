/** From a command line to a command and its exit code. */
@NullMarked
package dev.davit.cli;

import org.jspecify.annotations.NullMarked;
