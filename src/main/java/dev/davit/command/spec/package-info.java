/** The command that prints containers as what creates them again. */
@NullMarked
package dev.davit.command.spec;

import org.jspecify.annotations.NullMarked;
