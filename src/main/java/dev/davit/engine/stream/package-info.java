/** Byte streams in both directions over a connection: upgraded connections, WebSockets, frames. */
@NullMarked
package dev.davit.engine.stream;

import org.jspecify.annotations.NullMarked;
