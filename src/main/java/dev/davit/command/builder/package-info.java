/** The commands of {@code davit builder}. */
@NullMarked
package dev.davit.command.builder;

import org.jspecify.annotations.NullMarked;
