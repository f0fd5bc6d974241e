/** Text to value: one record or parser for each syntax a flag has. */
@NullMarked
package dev.davit.value;

import org.jspecify.annotations.NullMarked;
