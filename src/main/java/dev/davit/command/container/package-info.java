/** The commands of {@code davit container}. Large because each command has a file of its own. */
@NullMarked
package dev.davit.command.container;

import org.jspecify.annotations.NullMarked;
