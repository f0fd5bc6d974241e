/** Creating a container: its image, its ID file, and the engine's socket in the container. */
@NullMarked
package dev.davit.create;

import org.jspecify.annotations.NullMarked;
