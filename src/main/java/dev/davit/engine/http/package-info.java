/** Requests to one engine and its answers, over OkHttp. */
@NullMarked
package dev.davit.engine.http;

import org.jspecify.annotations.NullMarked;
