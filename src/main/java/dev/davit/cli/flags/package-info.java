/** The flags: what each is called, takes and means, in a table per topic. */
@NullMarked
package dev.davit.cli.flags;

import org.jspecify.annotations.NullMarked;
