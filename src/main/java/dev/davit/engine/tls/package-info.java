/** TLS connections to engines: verification by the JDK's PKIX, error messages as docker's. */
@NullMarked
package dev.davit.engine.tls;

import org.jspecify.annotations.NullMarked;
