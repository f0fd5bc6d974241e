/**
 * What docker's configuration directory and environment say: config.json, contexts, and so which
 * engine to use.
 */
@NullMarked
package dev.davit.config;

import org.jspecify.annotations.NullMarked;
