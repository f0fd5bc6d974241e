/** JSON: bound to Java by databind, and as text in the forms that Go reads and writes. */
@NullMarked
package dev.davit.json;

import org.jspecify.annotations.NullMarked;
