/**
 * Flags: definitions and values, and tables by topic, which convert flags to a container spec and
 * back. Large because each flag that is not one field has a class of its own.
 */
@NullMarked
package dev.davit.cli.flags;

import org.jspecify.annotations.NullMarked;
