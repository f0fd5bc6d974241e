/** Rules of davit's own configuration that protect objects against removal and interruption. */
@NullMarked
package dev.davit.protect;

import org.jspecify.annotations.NullMarked;
