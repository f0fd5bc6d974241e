/** The commands of {@code davit image}. */
@NullMarked
package dev.davit.command.image;

import org.jspecify.annotations.NullMarked;
