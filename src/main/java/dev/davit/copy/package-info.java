/** Copying between a container and the client's host: path rules of {@code cp}, and progress. */
@NullMarked
package dev.davit.copy;

import org.jspecify.annotations.NullMarked;
