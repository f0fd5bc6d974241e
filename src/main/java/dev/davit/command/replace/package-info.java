/**
 * The commands and flags that replace a container by a new one: recreate, clone, {@code --replace}.
 */
@NullMarked
package dev.davit.command.replace;

import org.jspecify.annotations.NullMarked;
