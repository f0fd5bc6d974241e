/** Lines of logs: reading them from an engine's response, and choosing them by their text. */
@NullMarked
package dev.davit.logs.line;

import org.jspecify.annotations.NullMarked;
