/** JSON: data binding, and text in the formats that Go reads and writes. */
@NullMarked
package dev.davit.json;

import org.jspecify.annotations.NullMarked;
