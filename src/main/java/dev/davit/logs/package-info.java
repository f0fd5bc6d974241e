/** The logs of several containers: requesting, merging and following them. */
@NullMarked
package dev.davit.logs;

import org.jspecify.annotations.NullMarked;
