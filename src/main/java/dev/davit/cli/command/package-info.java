/** The verbs: one file each, named as it is typed. */
@NullMarked
package dev.davit.cli.command;

import org.jspecify.annotations.NullMarked;
