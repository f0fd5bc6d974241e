package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /exec/{id}/start}.
 *
 * @param consoleSize height and width in characters, since API 1.42; null without a TTY
 */
public record ExecStart(boolean detach, boolean tty, @Nullable List<Integer> consoleSize) {}
