/** Docker's configuration: config.json, registry credentials in it, and proxy variables. */
@NullMarked
package dev.davit.config;

import org.jspecify.annotations.NullMarked;
