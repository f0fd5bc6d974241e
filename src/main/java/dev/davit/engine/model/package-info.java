/**
 * The bodies of Engine API requests and responses. Most are records; a request with many optional
 * fields is a class with public fields, where null means unset, as a constructor with sixty
 * parameters would be unreadable. The package is large because each object of the Engine API is a
 * file.
 */
@NullMarked
package dev.davit.engine.model;

import org.jspecify.annotations.NullMarked;
