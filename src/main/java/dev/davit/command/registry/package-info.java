/** The commands that log in to registries and log out of them. */
@NullMarked
package dev.davit.command.registry;

import org.jspecify.annotations.NullMarked;
