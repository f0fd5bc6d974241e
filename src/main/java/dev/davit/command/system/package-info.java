/** The commands for the program, its engine, and objects of any kind. */
@NullMarked
package dev.davit.command.system;

import org.jspecify.annotations.NullMarked;
