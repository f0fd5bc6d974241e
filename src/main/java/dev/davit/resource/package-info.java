/**
 * The kinds of objects that an engine has: Go types, columns of lists, and how to inspect them.
 * Large because each kind has its columns and its Go types in files of their own.
 */
@NullMarked
package dev.davit.resource;

import org.jspecify.annotations.NullMarked;
