/** Tar archives: written, read, and unpacked by rules that need no trust in who made them. */
@NullMarked
package dev.davit.archive;

import org.jspecify.annotations.NullMarked;
