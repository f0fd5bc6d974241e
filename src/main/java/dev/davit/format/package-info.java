/** How answers are shown: tables, units, templates. */
@NullMarked
package dev.davit.format;

import org.jspecify.annotations.NullMarked;
