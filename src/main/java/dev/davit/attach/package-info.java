/** Streams connected to a container or exec: detach keys, signals, terminal sizes. */
@NullMarked
package dev.davit.attach;

import org.jspecify.annotations.NullMarked;
