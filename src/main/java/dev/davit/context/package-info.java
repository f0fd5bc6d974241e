/**
 * Contexts, and which engine a command talks to: flags, environment, stored contexts, TLS files.
 */
@NullMarked
package dev.davit.context;

import org.jspecify.annotations.NullMarked;
