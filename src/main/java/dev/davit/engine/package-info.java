/**
 * A client of the Docker Engine API, usable as a library: it never prints, never exits and knows no
 * flag. Start at {@link dev.davit.engine.Engine}.
 */
@NullMarked
package dev.davit.engine;

import org.jspecify.annotations.NullMarked;
