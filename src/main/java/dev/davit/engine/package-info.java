/**
 * A client of the Docker Engine API, usable as a library: the package never prints, never exits and
 * has no flags. {@link dev.davit.engine.Engine} is the entry point.
 */
@NullMarked
package dev.davit.engine;

import org.jspecify.annotations.NullMarked;
