/** Contexts, and the engine of a command: flags, environment, stored contexts, TLS files. */
@NullMarked
package dev.davit.context;

import org.jspecify.annotations.NullMarked;
