/** The commands about processes that are started in a running container. */
@NullMarked
package dev.davit.command.exec;

import org.jspecify.annotations.NullMarked;
