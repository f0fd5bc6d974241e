/** The entry point of davit. */
@NullMarked
package dev.davit;

import org.jspecify.annotations.NullMarked;
