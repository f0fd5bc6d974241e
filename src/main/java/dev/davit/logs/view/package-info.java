/** Printing lines of logs: prefixes, times, colors, fields of JSON. */
@NullMarked
package dev.davit.logs.view;

import org.jspecify.annotations.NullMarked;
