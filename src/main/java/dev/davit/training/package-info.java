/** Runs at install time only, while Java records its AOT cache. */
@NullMarked
package dev.davit.training;

import org.jspecify.annotations.NullMarked;
