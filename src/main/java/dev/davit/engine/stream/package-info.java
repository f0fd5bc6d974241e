/** Bytes in both directions over one connection: upgraded connections, WebSockets, frames. */
@NullMarked
package dev.davit.engine.stream;

import org.jspecify.annotations.NullMarked;
