/** The fields of each command's output for programs. */
@NullMarked
package dev.davit.output.schema;

import org.jspecify.annotations.NullMarked;
