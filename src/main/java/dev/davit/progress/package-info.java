/**
 * The progress of pulls, pushes and other long requests, which the engine sends as JSON messages.
 */
@NullMarked
package dev.davit.progress;

import org.jspecify.annotations.NullMarked;
