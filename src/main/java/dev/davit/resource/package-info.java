/** The kinds of objects that an engine has: Go types, columns of lists, and how to inspect them. */
@NullMarked
package dev.davit.resource;

import org.jspecify.annotations.NullMarked;
