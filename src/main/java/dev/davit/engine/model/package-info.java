/**
 * The bodies of the Engine API: records of requests and answers. Requests that are put together bit by bit are plain classes with public
 * fields, where null means absent, since a constructor with sixty parameters cannot be read; all
 * else is a record. Large because each object of the Engine API is a file.
 */
@NullMarked
package dev.davit.engine.model;

import org.jspecify.annotations.NullMarked;
