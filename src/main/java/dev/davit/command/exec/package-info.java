/** The commands that run processes in running containers, and resize their terminals. */
@NullMarked
package dev.davit.command.exec;

import org.jspecify.annotations.NullMarked;
