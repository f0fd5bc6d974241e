/** Shell completion: the candidates for the word being typed. */
@NullMarked
package dev.davit.cli.complete;

import org.jspecify.annotations.NullMarked;
