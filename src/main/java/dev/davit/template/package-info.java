/**
 * Go templates, parsed, executed and printed as text/template and fmt do. The package is large
 * because it implements a language and its printer.
 */
@NullMarked
package dev.davit.template;

import org.jspecify.annotations.NullMarked;
