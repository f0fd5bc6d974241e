/**
 * Waiting until containers are ready: conditions, and the events, logs and polls that meet them.
 */
@NullMarked
package dev.davit.readiness;

import org.jspecify.annotations.NullMarked;
