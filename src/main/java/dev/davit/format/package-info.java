/** Output formats: tables, units and templates. */
@NullMarked
package dev.davit.format;

import org.jspecify.annotations.NullMarked;
