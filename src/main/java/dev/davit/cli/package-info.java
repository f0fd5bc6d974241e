/** The command line: command tree, pflag's grammar, help, completion and exit codes. */
@NullMarked
package dev.davit.cli;

import org.jspecify.annotations.NullMarked;
