/** The steps and flags that several commands share. */
@NullMarked
package dev.davit.command.shared;

import org.jspecify.annotations.NullMarked;
