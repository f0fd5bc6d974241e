/** The audit log: lines of JSON for each request that changes the state of an engine. */
@NullMarked
package dev.davit.audit;

import org.jspecify.annotations.NullMarked;
