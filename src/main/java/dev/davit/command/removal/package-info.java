/** Removing objects: patterns of names, previews, prunes, and the protection of objects. */
@NullMarked
package dev.davit.command.removal;

import org.jspecify.annotations.NullMarked;
