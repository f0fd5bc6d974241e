package dev.davit.cli.flags;

import dev.davit.io.WorkingDirectory;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The data besides flags on which a container spec depends.
 *
 * @param env the client's environment variables, for {@code -e NAME} and env files
 * @param cwd the working directory, to which relative paths are resolved
 * @param proxies returns the proxy variables of config.json, without variables of the given names
 * @param osType the engine's operating system
 * @param terminal whether standard input and output are terminals
 */
public record SpecContext(
    Map<String, String> env,
    WorkingDirectory cwd,
    Function<Set<String>, Map<String, String>> proxies,
    Supplier<String> osType,
    BooleanSupplier terminal) {}
