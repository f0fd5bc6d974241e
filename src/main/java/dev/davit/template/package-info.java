/**
 * Go templates: parsed, carried out and printed as text/template and fmt do. Large because a
 * language with its printer is.
 */
@NullMarked
package dev.davit.template;

import org.jspecify.annotations.NullMarked;
