/** Requests to an engine and its responses, over OkHttp. */
@NullMarked
package dev.davit.engine.http;

import org.jspecify.annotations.NullMarked;
