/**
 * Files and streams: whole files, directories that cannot be swapped, copying, Go's words for
 * failures.
 */
@NullMarked
package dev.davit.io;

import org.jspecify.annotations.NullMarked;
