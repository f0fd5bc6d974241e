/** Explains states and exits of containers from what the engine reports about them. */
@NullMarked
package dev.davit.diagnosis;

import org.jspecify.annotations.NullMarked;
