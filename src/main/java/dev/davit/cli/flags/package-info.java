/**
 * Flags: what each is called, takes and means, in a table for each topic, in both directions. Large
 * because a flag that is not one field has a class of its own.
 */
@NullMarked
package dev.davit.cli.flags;

import org.jspecify.annotations.NullMarked;
