/**
 * A client of the Docker Engine API, usable as a library: the package never prints, never exits and
 * has no flags. {@link dev.davit.engine.Engine} is the entry point. Large because each kind of
 * objects has its endpoints in a file of its own.
 */
@NullMarked
package dev.davit.engine;

import org.jspecify.annotations.NullMarked;
