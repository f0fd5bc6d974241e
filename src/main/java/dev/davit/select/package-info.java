/** Selecting containers: conditions of {@code --filter}, and names, IDs and patterns in a list. */
@NullMarked
package dev.davit.select;

import org.jspecify.annotations.NullMarked;
