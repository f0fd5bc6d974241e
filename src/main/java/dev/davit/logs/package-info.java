/** The logs of containers: reading, filtering, merging, following and formatting their lines. */
@NullMarked
package dev.davit.logs;

import org.jspecify.annotations.NullMarked;
