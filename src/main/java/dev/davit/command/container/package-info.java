/** The commands about containers. Large because each command is a file. */
@NullMarked
package dev.davit.command.container;

import org.jspecify.annotations.NullMarked;
