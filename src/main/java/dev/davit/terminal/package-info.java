/**
 * The standard streams of the process, its terminal, signals and working directory. Large because
 * no other package uses JLine.
 */
@NullMarked
package dev.davit.terminal;

import org.jspecify.annotations.NullMarked;
