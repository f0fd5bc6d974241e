/** Jobs on a swarm: services whose tasks run once, described by the flags of a container. */
@NullMarked
package dev.davit.job;

import org.jspecify.annotations.NullMarked;
