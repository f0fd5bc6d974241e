package dev.davit.cli;

import dev.davit.io.WorkingDirectory;
import dev.davit.terminal.Streams;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What crosses the border of the process; the only thing injected.
 *
 * @param name what messages call the program: {@code davit}, or {@code docker} when invoked so
 * @param env the environment
 * @param cwd the working directory, from which relative paths start
 * @param exit ends the process at once, from any thread, its shutdown hooks run
 */
public record ProcessEnvironment(
    String name,
    Streams streams,
    Map<String, String> env,
    WorkingDirectory cwd,
    InstantSource clock,
    IntConsumer exit) {}
