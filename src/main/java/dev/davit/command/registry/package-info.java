/** The commands that talk to registries through the engine. */
@NullMarked
package dev.davit.command.registry;

import org.jspecify.annotations.NullMarked;
