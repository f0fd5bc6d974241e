/** Creating a container: pulling its image, its ID file, the engine's socket in it. */
@NullMarked
package dev.davit.create;

import org.jspecify.annotations.NullMarked;
