/** Addresses of engines and sockets that connect to them: Unix, abstract, vsock, ssh. */
@NullMarked
package dev.davit.engine.socket;

import org.jspecify.annotations.NullMarked;
