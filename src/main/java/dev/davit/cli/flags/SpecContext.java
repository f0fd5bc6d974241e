package dev.davit.cli.flags;

import dev.davit.io.WorkingDirectory;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What turning flags into a spec depends on besides the flags.
 *
 * @param env the client's environment, for {@code -e NAME} and env files
 * @param cwd the working directory, from which relative paths start
 * @param proxies the variables that config.json adds to a new container, beside those whose names
 *     were given
 * @param osType the engine's operating system
 * @param terminal whether standard input and output are terminals
 */
public record SpecContext(
    Map<String, String> env,
    WorkingDirectory cwd,
    Function<Set<String>, Map<String, String>> proxies,
    Supplier<String> osType,
    BooleanSupplier terminal) {}
