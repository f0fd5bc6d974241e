/** Jobs on a swarm: {@code --on swarm} of commands for containers, and {@code rerun}. */
@NullMarked
package dev.davit.command.job;

import org.jspecify.annotations.NullMarked;
