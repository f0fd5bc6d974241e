/** TLS to an engine: trust by the JDK's PKIX, refusals in docker's words. */
@NullMarked
package dev.davit.engine.tls;

import org.jspecify.annotations.NullMarked;
