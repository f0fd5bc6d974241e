/** The commands of {@code davit network}. */
@NullMarked
package dev.davit.command.network;

import org.jspecify.annotations.NullMarked;
