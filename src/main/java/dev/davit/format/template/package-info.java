/** Go's text/template as docker's {@code --format} uses it, down to the error texts. */
@NullMarked
package dev.davit.format.template;

import org.jspecify.annotations.NullMarked;
