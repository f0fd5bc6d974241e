/** Commands that run on the engines of several docker contexts, side by side. */
@NullMarked
package dev.davit.command.several;

import org.jspecify.annotations.NullMarked;
