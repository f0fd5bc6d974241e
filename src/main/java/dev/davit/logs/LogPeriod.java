package dev.davit.logs;

import org.jspecify.annotations.Nullable;

/**
 * A period of a log, in Unix seconds as the API takes them.
 *
 * @param since the begin; null for the log's begin
 * @param until the end; null for none
 */
public record LogPeriod(@Nullable String since, @Nullable String until) {}
