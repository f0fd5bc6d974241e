/** The commands about contexts. */
@NullMarked
package dev.davit.command.context;

import org.jspecify.annotations.NullMarked;
