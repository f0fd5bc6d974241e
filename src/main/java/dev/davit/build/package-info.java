/** The context of a build: which files are sent to the builder, and as which archive. */
@NullMarked
package dev.davit.build;

import org.jspecify.annotations.NullMarked;
