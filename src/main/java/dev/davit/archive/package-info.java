/** Reading and writing tar archives, and unpacking archives that are not trusted. */
@NullMarked
package dev.davit.archive;

import org.jspecify.annotations.NullMarked;
