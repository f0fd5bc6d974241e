/** Selecting containers by names, patterns and filters, and acting on the selected ones. */
@NullMarked
package dev.davit.command.selection;

import org.jspecify.annotations.NullMarked;
