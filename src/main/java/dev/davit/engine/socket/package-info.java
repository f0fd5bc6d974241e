/** Addresses of engines, and the sockets that lead there: unix, abstract, vsock, ssh. */
@NullMarked
package dev.davit.engine.socket;

import org.jspecify.annotations.NullMarked;
