/** The command tree, with all commands of davit. */
@NullMarked
package dev.davit.command;

import org.jspecify.annotations.NullMarked;
