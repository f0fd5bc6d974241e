/** The commands of {@code davit volume}. */
@NullMarked
package dev.davit.command.volume;

import org.jspecify.annotations.NullMarked;
