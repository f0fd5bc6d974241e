/** Docker's CLI plugins: finding their files, reading their metadata, and running them. */
@NullMarked
package dev.davit.plugin;

import org.jspecify.annotations.NullMarked;
