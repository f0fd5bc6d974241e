/** What can be typed next: the candidates that the shells' completions ask for. */
@NullMarked
package dev.davit.cli.complete;

import org.jspecify.annotations.NullMarked;
