/** The rules of cp: where a copy goes, what its paths mean, how far it is. */
@NullMarked
package dev.davit.copy;

import org.jspecify.annotations.NullMarked;
