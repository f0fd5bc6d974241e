/** Runs at install time only: what java learns its AOT cache from. */
@NullMarked
package dev.davit.training;

import org.jspecify.annotations.NullMarked;
