/** The tree of all commands. */
@NullMarked
package dev.davit.command;

import org.jspecify.annotations.NullMarked;
