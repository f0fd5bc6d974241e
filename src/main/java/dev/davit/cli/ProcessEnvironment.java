package dev.davit.cli;

import dev.davit.io.WorkingDirectory;
import dev.davit.terminal.Streams;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The environment of the process: streams, environment variables, working directory, clock, exit.
 * Tests inject another one.
 *
 * @param name the name of the program in messages: {@code davit}, or {@code docker} if run by that
 *     name
 * @param command the program as typed, possibly with its path, by which it can be run again
 * @param env the environment variables
 * @param cwd the working directory, to which relative paths are resolved
 * @param exit ends the process with an exit code, from any thread, and runs shutdown hooks
 */
public record ProcessEnvironment(
    String name,
    String command,
    Streams streams,
    Map<String, String> env,
    WorkingDirectory cwd,
    InstantSource clock,
    IntConsumer exit) {
  /** Returns this environment with other streams. */
  ProcessEnvironment with(Streams others) {
    return new ProcessEnvironment(name, command, others, env, cwd, clock, exit);
  }
}
