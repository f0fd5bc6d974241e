/** Go templates: parsed, carried out and printed as text/template and fmt do. */
@NullMarked
package dev.davit.template;

import org.jspecify.annotations.NullMarked;
