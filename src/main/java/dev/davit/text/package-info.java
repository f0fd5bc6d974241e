/** Text as Go, a shell and a terminal want it: quoting, escaping, masking, order. */
@NullMarked
package dev.davit.text;

import org.jspecify.annotations.NullMarked;
