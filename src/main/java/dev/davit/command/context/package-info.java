/** The commands of {@code davit context}. */
@NullMarked
package dev.davit.command.context;

import org.jspecify.annotations.NullMarked;
