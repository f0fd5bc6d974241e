/**
 * Go templates, parsed, executed and printed as text/template and fmt do. Large because a language
 * and its printer need many classes.
 */
@NullMarked
package dev.davit.template;

import org.jspecify.annotations.NullMarked;
