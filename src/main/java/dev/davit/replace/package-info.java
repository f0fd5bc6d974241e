/**
 * Replacing a container by a new one of the same name: the old one is kept until the new one has
 * started, and an interrupted replacement can be finished or undone.
 */
@NullMarked
package dev.davit.replace;

import org.jspecify.annotations.NullMarked;
