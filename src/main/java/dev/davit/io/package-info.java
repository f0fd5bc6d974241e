/**
 * Files and streams: reading and replacing whole files, access without following links, copying,
 * and Go's error messages.
 */
@NullMarked
package dev.davit.io;

import org.jspecify.annotations.NullMarked;
