/** Kinds of objects that an engine has: their Go types, columns, and how they are inspected. */
@NullMarked
package dev.davit.resource;

import org.jspecify.annotations.NullMarked;
