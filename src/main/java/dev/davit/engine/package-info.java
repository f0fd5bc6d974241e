/** The Docker Engine API as a library: it never prints, never exits and knows no flag. */
@NullMarked
package dev.davit.engine;

import org.jspecify.annotations.NullMarked;
