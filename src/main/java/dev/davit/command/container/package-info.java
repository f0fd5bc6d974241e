/** The commands about containers, a file a verb: hence more files than elsewhere. */
@NullMarked
package dev.davit.command.container;

import org.jspecify.annotations.NullMarked;
